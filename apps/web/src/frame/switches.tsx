import { MoonOutlined, SunOutlined, DesktopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage, useSay } from '../language/language.js';
import { useShade, type ShadeChoice } from '../look/shade.js';

const shades = {
  system: { icon: <DesktopOutlined />, zh: '明暗：随系统', en: 'Shade: as the system' },
  light: { icon: <SunOutlined />, zh: '明暗：浅色', en: 'Shade: light' },
  dark: { icon: <MoonOutlined />, zh: '明暗：深色', en: 'Shade: dark' },
} as const;

const following: Readonly<Record<ShadeChoice, ShadeChoice>> = {
  ...{ system: 'light', light: 'dark', dark: 'system' },
};

/** The switches of language and shade. */
export function Switches() {
  const say = useSay();
  const { language, choose } = useLanguage();
  const { chosen, choose: chooseShade } = useShade();
  const { icon, ...said } = shades[chosen];
  return (
    <span>
      <Button
        type="text"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => choose(language === 'zh' ? 'en' : 'zh')}
      >
        {language === 'zh' ? 'English' : '中文'}
      </Button>
      <Button
        type="text"
        icon={icon}
        aria-label={say(said)}
        title={say(said)}
        onClick={() => chooseShade(following[chosen])}
      />
    </span>
  );
}
