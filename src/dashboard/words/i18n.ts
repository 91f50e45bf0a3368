import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { fr } from './fr';

const KEY = 'cellule:language';

/** French first; English if it was asked for on this device. */
export async function speak(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: localStorage.getItem(KEY) === 'en' ? 'en' : 'fr',
    fallbackLng: 'fr',
    resources: { fr: { translation: fr }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
}

export async function switchLanguage(): Promise<void> {
  const next = i18next.language === 'fr' ? 'en' : 'fr';
  localStorage.setItem(KEY, next);
  await i18next.changeLanguage(next);
  document.documentElement.lang = next;
}
