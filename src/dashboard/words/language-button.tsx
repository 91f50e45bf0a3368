import { useTranslation } from 'react-i18next';
import { switchLanguage } from './i18n';

export function LanguageButton() {
  const { t, i18n } = useTranslation();
  return (
    <button type="button" className="quiet" onClick={() => void switchLanguage()}>
      <span lang={i18n.language === 'fr' ? 'en' : 'fr'}>{t('app.language')}</span>
    </button>
  );
}
