import './theme.css';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { type ReactNode, useEffect } from 'react';
import { useLanguage } from '../i18n/use-texts.ts';
import { useIsDark } from './appearance.ts';
import { themeFor } from './theme.ts';
import { useWantsLessMotion } from './use-wants-less-motion.ts';

type Locale = NonNullable<Parameters<typeof ConfigProvider>[0]['locale']>;
/** antd's modules are ES to the bundler and CommonJS to the type checker. */
const plain = (module: unknown): Locale => ((module as { default?: Locale }).default ?? module) as Locale;
const locales = { zh: plain(zhCN), en: plain(enUS) };

/** Theme and locale around a whole page; both the console and the portal stand in it. */
export function Frame({ children }: { children: ReactNode }): ReactNode {
  const isDark = useIsDark();
  const hasMotion = !useWantsLessMotion();
  const language = useLanguage();
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  useEffect(() => {
    document.documentElement.dataset.appearance = isDark ? 'dark' : 'light';
  }, [isDark]);
  return (
    <ConfigProvider
      theme={themeFor(isDark, hasMotion)}
      locale={locales[language]}
      button={{ autoInsertSpace: false }}
      form={{ scrollToFirstError: { focus: true } }}
    >
      <App message={{ maxCount: 3 }}>{children}</App>
    </ConfigProvider>
  );
}
