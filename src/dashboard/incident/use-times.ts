import { useTranslation } from 'react-i18next';
import type { ReportedTimePartsFragment } from '../api/generated';
import { useWhen } from '../time/use-when';

type Time = ReportedTimePartsFragment | null;

/** Since when a region or a service is affected, and since when it is as before, in words, as far as it was said. */
export function useTimes(): (of: { readonly since: Time; readonly restored: Time }) => string[] {
  const { t } = useTranslation();
  const { reported } = useWhen();
  return (of) =>
    (['since', 'restored'] as const).flatMap((name) => {
      const time = of[name];
      return time ? `${t(`incident.${name}`)}${t('app.colon')}${reported(time)}` : [];
    });
}
