import { HistoryOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import type { TrackingRow } from '../../../contract/tracking.ts';
import type { TrackingPhase } from '../../../domain/tracking/phase.ts';
import { useStaffNames } from '../../api/playbook-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useNow } from '../../ui/now.ts';
import { countdown, fullTime, spanText } from '../../ui/spans.ts';
import { texts as uiTexts } from '../../ui/texts.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { texts } from './texts.ts';
import styles from './tracking.module.css';

/** The time that was promised, how near or late it is, and how it changed. */
export function ExpectedCell({ row }: { row: TrackingRow }): ReactNode {
  const t = useTexts(texts);
  const locale = useLocale();
  const at = row.eta ?? row.deadline;
  if (at === null) return <span className={styles.fine}>{t('expected.none')}</span>;
  return (
    <span className={styles.stack}>
      <span className={styles.when}>
        {row.eta === null ? <span className={styles.fine}>{t('expected.wanted')} </span> : null}
        <time dateTime={at}>{fullTime(Date.parse(at), locale, false)}</time>
      </span>
      <Lateness row={row} at={at} />
      {row.counterDate ? (
        <span className={styles.counter}>
          {t('expected.counter', { at: fullTime(Date.parse(row.counterDate), locale, false) })}
        </span>
      ) : null}
      {row.promises.length > 0 ? <History row={row} /> : null}
    </span>
  );
}

/** Once the result is there nothing is late any more. */
const settledPhases: readonly TrackingPhase[] = ['callback', 'archive', 'closed'];

function Lateness({ row, at }: { row: TrackingRow; at: string }): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const { tone, ms } = countdown(Date.parse(at), useNow());
  if (settledPhases.includes(row.phase)) return null;
  const span = spanText(ms, ui);
  return (
    <span className={styles[tone]} data-tone={tone}>
      {tone === 'over' ? t('expected.late', { span }) : t('expected.left', { span })}
    </span>
  );
}

function History({ row }: { row: TrackingRow }): ReactNode {
  const t = useTexts(texts);
  const locale = useLocale();
  const staffName = useStaffNames();
  const moved = row.promises.filter(({ eta }, index) => index > 0 && eta !== row.promises[index - 1]?.eta).length;
  const list = (
    <ol className={styles.history}>
      {row.promises.map(({ at, by, eta, on }) => (
        <li key={`${at}${eta}${on}`}>
          <strong>{fullTime(Date.parse(eta), locale, false)}</strong>
          <span className={styles.fine}>
            {t(`history.${on}`)} · {by === null ? '' : `${staffName(by)} · `}
            <TimeText at={at} />
          </span>
        </li>
      ))}
    </ol>
  );
  return (
    <Popover content={list} title={t('history.title')} trigger="click" placement="bottomLeft">
      <button type="button" className={moved > 0 ? styles.moved : styles.quiet}>
        <HistoryOutlined aria-hidden /> {moved > 0 ? t('history.moved', { count: moved }) : t('history.once')}
        <span className="visually-hidden">{t('history.label', { number: row.number })}</span>
      </button>
    </Popover>
  );
}
