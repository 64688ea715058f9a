import { theme, type ThemeConfig } from 'antd';

/** What the screens look like by: calm ink on paper, or on slate. */
export type Shade = 'light' | 'dark';

/** The system's own fonts: none is fetched. */
const fontFamily =
  '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif';

const plain: ThemeConfig['token'] = {
  ...{ fontFamily, fontSize: 14, borderRadius: 4, wireframe: false },
  ...{ motionDurationMid: '0.12s', motionDurationSlow: '0.18s' },
};

/** antd's look in each shade; every pair of text and ground has a contrast of 4.5 or more. */
export const themes: Readonly<Record<Shade, ThemeConfig>> = {
  light: {
    algorithm: theme.defaultAlgorithm,
    token: {
      ...plain,
      ...{ colorPrimary: '#1f4e79', colorInfo: '#1f4e79', colorLink: '#1d558a' },
      ...{ colorSuccess: '#1b6e3c', colorError: '#a8201a', colorWarning: '#8a5a00' },
      ...{ colorInfoBg: '#e8eef5', colorInfoBorder: '#c3d3e4' },
      ...{ colorWarningBg: '#fdf3dd', colorWarningBorder: '#e8cf94' },
      ...{ colorSuccessBg: '#e6f3eb', colorSuccessBorder: '#b5d8c2' },
      ...{ colorErrorBg: '#fcebe9', colorErrorBorder: '#efc1bd' },
      ...{ colorBgLayout: '#f4f6f8', colorTextSecondary: '#4a5563', colorTextTertiary: '#59636e' },
      ...{ colorTextDescription: '#59636e', colorTextPlaceholder: '#6a7480' },
    },
    components: {
      Layout: { siderBg: '#ffffff', headerBg: '#ffffff' },
      Menu: { itemSelectedBg: '#e8eef5', itemSelectedColor: '#1f4e79' },
      Table: { headerBg: '#f1f4f7', cellPaddingBlockSM: 6, colorTextDisabled: '#59636e' },
    },
  },
  dark: {
    algorithm: theme.darkAlgorithm,
    token: {
      ...plain,
      ...{ colorPrimary: '#8bbcec', colorInfo: '#8bbcec', colorLink: '#9cc7f0' },
      ...{ colorSuccess: '#7fd6a0', colorError: '#ff9d94', colorWarning: '#f2c463' },
      ...{ colorPrimaryHover: '#a8cef2', colorPrimaryActive: '#6ea8dc' },
      ...{ colorTextLightSolid: '#0b1622', colorBgLayout: '#10161d', colorBgContainer: '#171f28' },
      ...{
        colorBgElevated: '#1d2732',
        colorTextSecondary: '#b9c3cd',
        colorTextTertiary: '#a3aeb9',
      },
      ...{ colorTextDescription: '#a3aeb9', colorTextPlaceholder: '#8f9aa6' },
      ...{ colorBorder: '#3a4653', colorBorderSecondary: '#2a3440' },
    },
    components: {
      Layout: { siderBg: '#171f28', headerBg: '#171f28' },
      Menu: { itemSelectedBg: '#22354a', itemSelectedColor: '#a8cef2' },
      Table: { headerBg: '#1e2833', cellPaddingBlockSM: 6, colorTextDisabled: '#a3aeb9' },
      Tooltip: { colorTextLightSolid: '#e6ebf0' },
    },
  },
};
