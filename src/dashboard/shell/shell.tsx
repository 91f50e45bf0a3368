import { useTranslation } from 'react-i18next';
import { useRoute } from '../route/route';
import { Pages } from './pages';

export function Shell() {
  const { t } = useTranslation();
  const route = useRoute();
  return (
    <>
      <button type="button" className="hidden skip" onClick={toContent}>
        {t('app.skip')}
      </button>
      <Pages {...route} />
    </>
  );
}

/** The address is the place in the dashboard, and not in the page. */
function toContent(): void {
  document.getElementById('content')?.focus();
}
