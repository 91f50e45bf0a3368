import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

type Language = 'fr' | 'en';

const KEY = 'cellule:language';

/** Each comes by itself: one is enough to begin with. */
async function wordsOf(language: Language) {
  return language === 'fr' ? (await import('./fr')).fr : (await import('./en')).en;
}

/** The one that was chosen on this device; or else the first of them that the browser asks for, and French if it asks for none. */
export async function speak(): Promise<void> {
  const lng = [localStorage.getItem(KEY), ...navigator.languages.map(primary)].find(isSpoken) ?? 'fr';
  await i18next.use(initReactI18next).init({
    ...{ lng, fallbackLng: false, interpolation: { escapeValue: false } },
    resources: { [lng]: { translation: await wordsOf(lng) } },
  });
  document.documentElement.lang = lng;
  // Fetched while there is a link: it may be asked for when there is none.
  void learn(other(lng)).catch(() => undefined);
}

async function learn(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await wordsOf(language));
}

export async function switchLanguage(): Promise<void> {
  const next = other(i18next.language);
  if (!i18next.hasResourceBundle(next, 'translation')) await learn(next);
  localStorage.setItem(KEY, next);
  await i18next.changeLanguage(next);
  document.documentElement.lang = next;
}

const other = (language: string): Language => (language === 'fr' ? 'en' : 'fr');

/** `en` of `en-GB`. */
function primary(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}

function isSpoken(language: string | null): language is Language {
  return language === 'fr' || language === 'en';
}
