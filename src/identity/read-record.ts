import { describedEnum } from '../kernel/enum';

export const ReadMeans = describedEnum('ReadMeans', 'How something was read.', {
  OPERATION: 'By a query, or in the answer to a mutation.',
  SUBSCRIPTION: 'By a subscription: one record for as long as it lasts.',
  EXPORT: 'By an export at the terminal of the server, in the name of this reader.',
});
export type ReadMeans = keyof typeof ReadMeans;
