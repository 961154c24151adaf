import { ClockCircleOutlined, RetweetOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { CSSProperties, ReactNode } from 'react';
import type { Playbook, PlaybookClock } from '../../../domain/playbook/schema.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { clockLane } from './clock-lane.ts';
import { clockTargets, splitTarget, type TargetShown } from './clock-target.ts';
import styles from './playbook-flow.module.css';
import { texts } from './texts.ts';

/** One clock, laid over the stages that it runs through. */
export function ClockBar({ playbook, clock }: { playbook: Playbook; clock: PlaybookClock }): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const { from, to } = clockLane(playbook, clock);
  const place: CSSProperties = { gridColumn: `${from + 1} / ${to + 2}` };
  const words = (shown: TargetShown) => {
    if ('from' in shown) return t(`target.${shown.from}`);
    const { count, unit } = splitTarget(shown.target);
    const priority = playbook.priorities.find(({ id }) => id === shown.priority);
    return [names(priority?.name), t(`target.${unit}`, { count })].filter((word) => word !== '').join(' ');
  };
  return (
    <li className={styles.clock} style={place}>
      <Tooltip title={names(clock.help)}>
        <span className={styles.clockName}>
          {clock.repeats ? <RetweetOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />} {names(clock.name)}
        </span>
      </Tooltip>
      <span className={styles.targets}>
        {clockTargets(playbook, clock).map((shown) => (
          <span key={words(shown)} className={styles.target}>
            {words(shown)}
          </span>
        ))}
        <span className={styles.time}>
          {clock.repeats ? `${t('playbooks.repeats')} · ` : ''}
          {t(clock.time === 'working' ? 'playbooks.working' : 'playbooks.wall')}
        </span>
      </span>
    </li>
  );
}
