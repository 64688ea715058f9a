import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { useLayoutEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { LanguageContext, type Language } from '../language/language.js';
import { ShadeContext, type ShadeChoice } from './shade.js';
import { themes } from './theme.js';

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const prefersStillness = matchMedia('(prefers-reduced-motion: reduce)');

/** Language and shade for everything within, remembered by the browser. */
export function Preferences({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useRemembered<Language>('language', ['zh', 'en']);
  const [chosen, chooseShade] = useRemembered<ShadeChoice>('shade', ['system', 'light', 'dark']);
  const systemIsDark = useWhetherMatches(prefersDark);
  const motion = !useWhetherMatches(prefersStillness);
  const shade = chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen;
  // Before charts within, drawn in effects of their own, read what colours there are.
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['shade'] = shade;
  }, [language, shade]);
  return (
    <LanguageContext value={{ language, choose }}>
      <ShadeContext value={{ chosen, shade, choose: chooseShade }}>
        <ConfigProvider
          theme={{ ...themes[shade], token: { ...themes[shade].token, motion } }}
          locale={language === 'zh' ? zhCN : enUS}
          button={{ autoInsertSpace: false }}
          wave={{ disabled: true }}
        >
          {children}
        </ConfigProvider>
      </ShadeContext>
    </LanguageContext>
  );
}

function useWhetherMatches(preference: MediaQueryList): boolean {
  return useSyncExternalStore(
    (told) => {
      preference.addEventListener('change', told);
      return () => preference.removeEventListener('change', told);
    },
    () => preference.matches,
  );
}

/** A choice that outlasts the page; the first of its values until something was chosen. */
function useRemembered<T extends string>(
  key: string,
  [first, ...others]: readonly [T, ...T[]],
): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(
    () => others.find((each) => each === localStorage.getItem(key)) ?? first,
  );
  return [
    value,
    (chosen) => {
      localStorage.setItem(key, chosen);
      setValue(chosen);
    },
  ];
}
