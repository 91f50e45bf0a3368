import { print } from 'graphql';
import { LineContentFragmentDoc, ReportedTimePartsFragmentDoc } from '../api/generated';

/** The fields of an entry as `followJournal` takes them: those of the fragment that queries use too. */
export const journalFields = inner(print(LineContentFragmentDoc.definitions[0] as never)).replaceAll(
  '...ReportedTimeParts',
  inner(print(ReportedTimePartsFragmentDoc.definitions[0] as never)),
);

function inner(fragment: string): string {
  return fragment.slice(fragment.indexOf('{') + 1, fragment.lastIndexOf('}'));
}
