import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleOutlined,
  FireFilled,
  HourglassOutlined,
  MinusCircleOutlined,
  PauseCircleOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { ClockView } from '../../../../contract/ticket.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { useNow } from '../../../ui/now.ts';
import { PromiseBadge } from '../../../ui/promise-badge.tsx';
import { targetWords } from '../target-words.ts';
import { texts } from '../texts.ts';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import { type ClockTone, clockProgress, isOpenClock } from './clock-progress.ts';
import styles from './clocks.module.css';
import { useSubjectName } from './subject-name.ts';
import { clockTexts } from './texts.ts';

const icons: Record<ClockTone, typeof ClockCircleOutlined> = {
  calm: ClockCircleOutlined,
  soon: HourglassOutlined,
  over: FireFilled,
  held: PauseCircleOutlined,
  kept: CheckCircleFilled,
  late: CloseCircleOutlined,
  gone: MinusCircleOutlined,
};

type Props = { clock: ClockView; cycle: number; onExplain: () => void };

/** One promise: what it is, how long is left, how much is used up, and the way to its explanation. */
export function ClockCard({ clock, cycle, onExplain }: Props): ReactNode {
  const t = useTexts(clockTexts);
  const words = useTexts(texts);
  const name = useNames()(clock.name);
  const now = useNow();
  const about = useSubjectName()(clock.subject);
  const { tone, percent } = clockProgress(clock, now);
  const Icon = icons[tone];
  const facts = [
    clock.target === null ? '' : targetWords(clock.target, words),
    t(`time.${clock.time}`),
    cycle > 1 ? t('cycle', { cycle }) : '',
    clock.extendedTo === null ? '' : t('extended'),
  ].filter((fact) => fact !== '');
  return (
    <article className={styles.clock} data-tone={tone}>
      <div className={styles.clockHead}>
        <span className={styles.clockName}>
          <Icon aria-hidden className={styles.clockIcon ?? ''} />
          {name}
          {about === null ? null : <em className={styles.about}>{about}</em>}
        </span>
        {isOpenClock(clock) ? (
          <PromiseBadge promise={clock} />
        ) : (
          <em className={styles.outcome}>{t(`status.${clock.status as 'met'}`)}</em>
        )}
      </div>
      {percent === null ? null : (
        <div
          className={styles.track}
          role="progressbar"
          aria-label={name}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <span style={{ width: `${percent}%` }} />
        </div>
      )}
      <div className={styles.clockFoot}>
        <span>
          <ClockMoment clock={clock} />
          <small>{facts.join(' · ')}</small>
        </span>
        <button
          type="button"
          className={styles.why}
          onClick={onExplain}
          aria-label={t('why.of', { clock: about === null ? name : `${name} ${about}` })}
        >
          {t('why')}
        </button>
      </div>
    </article>
  );
}

function ClockMoment({ clock }: { clock: ClockView }): ReactNode {
  const t = useTexts(clockTexts);
  const { playbook } = useTicket();
  const names = useNamesOf(playbook);
  if (clock.status === 'paused') return <span>{t('paused.hint')}</span>;
  if (clock.stop !== null) return <span>{t('stopped', { time: names.time(clock.stop) })}</span>;
  return clock.due === null ? null : <span>{t('due', { time: names.time(clock.due) })}</span>;
}
