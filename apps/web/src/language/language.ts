import { createContext, useContext } from 'react';

/** What the screens speak (语言). */
export type Language = 'zh' | 'en';

/** The same thing in both languages. */
export interface Said<T = string> {
  readonly zh: T;
  readonly en: T;
}

/** What stands between a title and what it is of. */
export const colon: Said = { zh: '：', en: ': ' };

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageChoice>({
  language: 'zh',
  choose: () => undefined,
});

/** The language spoken, and a way to choose another. */
export const useLanguage = (): LanguageChoice => useContext(LanguageContext);

/** Says things in one of the languages. */
export type Say = <T>(said: Said<T>) => T;

/** Says things in the language that was chosen. */
export function useSay(): Say {
  const { language } = useLanguage();
  return (said) => said[language];
}
