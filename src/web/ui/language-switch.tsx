import { TranslationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { changeLanguage } from '../i18n/i18n.ts';
import { useLanguage } from '../i18n/use-texts.ts';

/** One press to the other language, named in that language. */
export function LanguageSwitch(): ReactNode {
  const isChinese = useLanguage() === 'zh';
  return (
    <Button
      type="text"
      icon={<TranslationOutlined />}
      lang={isChinese ? 'en' : 'zh-CN'}
      onClick={() => changeLanguage(isChinese ? 'en' : 'zh')}
    >
      {isChinese ? 'English' : '中文'}
    </Button>
  );
}
