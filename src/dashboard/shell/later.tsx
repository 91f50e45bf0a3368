import { type ComponentType, lazy } from 'react';
import { NotFetched } from './not-fetched';

/** A part that is fetched when it is first needed; where it does not come, another stands in its place. */
export function later<Props extends object>(
  fetched: () => Promise<ComponentType<Props>>,
  instead: ComponentType = NotFetched,
) {
  return lazy(() =>
    fetched().then(
      (part) => ({ default: part }),
      () => ({ default: instead as ComponentType<Props> }),
    ),
  );
}
