import { ArgsType, Field } from 'type-graphql';
import { describedEnum } from '../kernel/enum';
import { TextField } from '../kernel/input';
import { PageArgs } from '../kernel/paging';

export const SearchType = describedEnum('SearchType', 'What can be searched for.', {
  INCIDENT: 'Incidents: by title, reference and summary.',
  JOURNAL_ENTRY: 'Entries of the journals of incidents: by text.',
  ACTION: 'Actions: by title, description and result.',
  STAKEHOLDER: 'Stakeholders: by name, code and aliases.',
});
export type SearchType = keyof typeof SearchType;

@ArgsType()
export class SearchArgs extends PageArgs {
  @TextField({
    max: 200,
    description:
      'Words, in French, all of which must be there: whatever their accents, their case and their endings (`déclarés` finds « déclaration »). The last one may be unfinished (`pharm` finds « pharmacies »), unless a blank follows it. Punctuation means nothing.',
  })
  text!: string;

  @Field(() => [SearchType], { nullable: true, description: 'Only these; absent: all of them.' })
  types?: SearchType[] | null;
}
