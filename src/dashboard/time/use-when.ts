import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportedTimePartsFragment } from '../api/generated';
import { reportedTime, stamp } from './reported';

/** The year that goes without saying in a part of the page; where none is given, each time says its own. */
export const KnownYearContext = createContext<number | null>(null);

interface When {
  readonly stamped: (instant: string | Date) => string;
  readonly reported: (time: ReportedTimePartsFragment) => string;
}

/** Times in the words of the language, with the year where it does not go without saying. */
export function useWhen(): When {
  const { i18n } = useTranslation();
  const telling = { language: i18n.language, knownYear: useContext(KnownYearContext) };
  return {
    stamped: (instant) => stamp(new Date(instant), telling),
    reported: (time) => reportedTime(time, telling),
  };
}
