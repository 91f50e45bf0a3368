import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { fr } from './fr';

const KEY = 'cellule:language';

/** The one that was chosen on this device; or else the first of them that the browser asks for, and French if it asks for none. */
export async function speak(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: [localStorage.getItem(KEY), ...navigator.languages.map(primary)].find(isSpoken) ?? 'fr',
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

/** `en` of `en-GB`. */
function primary(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

function isSpoken(language: string | null): language is 'fr' | 'en' {
  return language === 'fr' || language === 'en';
}
