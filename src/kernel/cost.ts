import { Extensions } from 'type-graphql';

/** What a field says, where it is declared, of what it costs: `server/cost.ts` reckons with it. */
export interface CostNote {
  /** How many values of the answer it is worth by itself; 1 if nothing is said. */
  readonly weight?: number;
  /** How long its list is assumed to be, or the argument that holds as many. */
  readonly size?: number | { readonly argument: string };
  /** It is the list of a page: as long as `first` or `last` of the field above says. */
  readonly page?: true;
}

/** How long a list is assumed to be that does not say it. */
export const assumedSize = 5;

export function Cost(note: CostNote): PropertyDecorator & MethodDecorator {
  return Extensions({ cost: note }) as PropertyDecorator & MethodDecorator;
}
