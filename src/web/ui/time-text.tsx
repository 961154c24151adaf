import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { useNow } from './now.ts';
import { fullTime, momentText } from './spans.ts';
import { texts } from './texts.ts';
import { useLocale } from './use-locale.ts';

/** A moment as people say it, the exact time on hover. `isAbsolute` writes the exact time out. */
export function TimeText({ at, isAbsolute = false }: { at: string; isAbsolute?: boolean }): ReactNode {
  const t = useTexts(texts);
  const locale = useLocale();
  const now = useNow();
  const ms = Date.parse(at);
  const exact = fullTime(ms, locale);
  if (isAbsolute) return <time dateTime={at}>{exact}</time>;
  return (
    <Tooltip title={exact}>
      <time dateTime={at}>{momentText(ms, now, locale, t)}</time>
    </Tooltip>
  );
}
