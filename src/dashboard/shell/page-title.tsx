import { useTranslation } from 'react-i18next';

/** What the window is called while the page is shown, the nearest first; without it, as the dashboard is. */
export function PageTitle({ parts }: { readonly parts: readonly string[] }) {
  const { t } = useTranslation();
  return <title>{[...parts, t('app.name')].join(' – ')}</title>;
}
