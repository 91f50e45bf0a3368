import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from './i18n';

export function LanguageButton() {
  const { t, i18n } = useTranslation();
  return (
    <Button className="quiet" onPress={() => void switchLanguage()}>
      <span lang={i18n.language === 'fr' ? 'en' : 'fr'}>{t('app.language')}</span>
    </Button>
  );
}
