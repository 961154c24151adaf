import { theme as antdTheme, type ThemeConfig } from 'antd';

/**
 * Huiyin's look: ink teal on warm paper, apricot as the accent. The same colours stand in theme.css as `--hy-…`
 * for our own styles; change both together.
 */
const fontFamily =
  // Faces by name before system-ui: where no desktop says what that is, Chromium takes any face that has the weight, a serif among them.
  "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, 'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', system-ui, sans-serif";

const shared: ThemeConfig['token'] = {
  fontFamily,
  fontSize: 14,
  lineHeight: 1.6,
  borderRadius: 8,
  borderRadiusLG: 12,
  borderRadiusSM: 6,
  controlHeight: 34,
  wireframe: false,
};

const light: ThemeConfig['token'] = {
  colorPrimary: '#0f5b60',
  colorPrimaryHover: '#17747a',
  colorPrimaryActive: '#0b474b',
  colorPrimaryBg: '#e3f0ee',
  colorPrimaryBgHover: '#d2e6e3',
  colorPrimaryBorder: '#9cc9c4',
  colorPrimaryBorderHover: '#6fafa9',
  colorInfoBg: '#e3f0ee',
  colorInfoBorder: '#bfdcd8',
  controlOutline: 'rgb(15 91 96 / 16%)',
  colorInfo: '#0f5b60',
  colorLink: '#0b6a70',
  colorSuccess: '#2c7a4b',
  colorWarning: '#b4690e',
  colorError: '#bf3a2b',
  colorTextBase: '#1b2524',
  colorBgLayout: '#f6f4ef',
  colorBgContainer: '#ffffff',
  colorBorder: '#d5d3cb',
  colorBorderSecondary: '#e8e5dd',
  colorTextSecondary: '#56615f',
  colorTextTertiary: '#68726f',
  colorTextDescription: '#5f6a67',
  colorTextPlaceholder: '#69726f',
};

const dark: ThemeConfig['token'] = {
  colorPrimary: '#48c0bf',
  colorPrimaryBg: '#16302f',
  colorPrimaryBgHover: '#1d3d3c',
  colorPrimaryBorder: '#2c5c59',
  colorInfoBg: '#16302f',
  colorInfoBorder: '#27504e',
  colorInfo: '#48c0bf',
  colorLink: '#63c1bf',
  colorSuccess: '#57b07c',
  colorWarning: '#dd9c45',
  colorError: '#ff9585',
  colorTextBase: '#e9eeec',
  colorBgBase: '#12191a',
  colorBgLayout: '#0f1516',
  colorBgContainer: '#182122',
  colorBgElevated: '#1f2a2b',
  colorBorder: '#38464a',
  colorBorderSecondary: '#29363a',
  colorTextSecondary: '#a9b5b2',
  colorTextTertiary: '#94a19e',
  colorTextDescription: '#9fabaa',
  colorTextPlaceholder: '#8a9896',
  colorBgContainerDisabled: '#1f292a',
};

const onTeal = '#08201f';
const onRed = '#260a06';
const lightOnTeal = { colorTextLightSolid: onTeal };

/** `hasMotion`: without, menus and dialogs are simply there. */
export function themeFor(isDark: boolean, hasMotion: boolean): ThemeConfig {
  return {
    algorithm: isDark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: { ...shared, ...(isDark ? dark : light), motion: hasMotion },
    components: {
      Layout: { headerHeight: 56, headerPadding: '0 20px', bodyBg: 'transparent' },
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        ...(isDark ? { primaryColor: onTeal, dangerColor: onRed } : {}),
      },
      // White on the dark theme's light teal and red would be too faint to read.
      ...(isDark ? { Switch: lightOnTeal, DatePicker: lightOnTeal, Badge: { colorTextLightSolid: onRed } } : {}),
      Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 20 },
      Table: { cellPaddingBlock: 11, headerBg: 'transparent', headerSplitColor: 'transparent' },
      Tabs: { horizontalItemPadding: '10px 2px', horizontalItemGutter: 24 },
      Card: { bodyPadding: 20, headerFontSize: 15 },
      Tooltip: { fontSize: 13 },
    },
  };
}
