import { ClockCircleOutlined, FireOutlined, HourglassOutlined, PauseCircleOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Names } from '../../contract/common.ts';
import { useNames, useTexts } from '../i18n/use-texts.ts';
import { useNow } from './now.ts';
import styles from './promise-badge.module.css';
import { countdown, fullTime, spanText } from './spans.ts';
import { texts } from './texts.ts';
import { useLocale } from './use-locale.ts';

const icons = { calm: ClockCircleOutlined, soon: HourglassOutlined, over: FireOutlined };

type Props = {
  promise: { name: Names; due: string | null; isBreached: boolean };
  /** Write the clock's name before the countdown. */
  hasName?: boolean;
};

/** A running promise as a chip that counts down: 还剩 1小时20分 / 已超时 35分. `due` null: on hold. */
export function PromiseBadge({ promise, hasName = false }: Props): ReactNode {
  const t = useTexts(texts);
  const name = useNames()(promise.name);
  const locale = useLocale();
  const now = useNow();
  const label = hasName ? <span className={styles.name}>{name}</span> : null;
  if (promise.due === null) {
    return (
      <Tooltip title={`${name} · ${t('promise.pausedHelp')}`}>
        <span className={`${styles.badge} ${styles.held}`}>
          <PauseCircleOutlined aria-hidden /> {label} {t('promise.paused')}
        </span>
      </Tooltip>
    );
  }
  const due = Date.parse(promise.due);
  const { tone, ms } = countdown(due, now, promise.isBreached);
  const Icon = icons[tone];
  return (
    <Tooltip title={`${name} · ${t('promise.due', { at: fullTime(due, locale) })}`}>
      <span className={`${styles.badge} ${styles[tone]}`} data-tone={tone}>
        <Icon aria-hidden /> {label} {t(tone === 'over' ? 'promise.over' : 'promise.left', { span: spanText(ms, t) })}
      </span>
    </Tooltip>
  );
}
