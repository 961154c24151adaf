import { ClockCircleOutlined, RetweetOutlined } from '@ant-design/icons';
import type { CSSProperties, ReactNode } from 'react';
import type { Playbook, PlaybookClock } from '../../../../domain/playbook/schema.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { targetWords } from '../../ticket/target-words.ts';
import { texts as ticketTexts } from '../../ticket/texts.ts';
import { clockLane } from './clock-lane.ts';
import { clockTargets, type TargetShown } from './clock-target.ts';
import styles from './flow.module.css';
import { flowTexts } from './texts.ts';

/** One clock, laid over the stages that it runs through, with what it promises to whom. */
export function FlowClock({ playbook, clock }: { playbook: Playbook; clock: PlaybookClock }): ReactNode {
  const t = useTexts(flowTexts);
  const words = useTexts(ticketTexts);
  const names = useNames();
  const { stages, priorities } = playbook;
  const { from, to } = clockLane(playbook, clock);
  const place = { '--from': from, '--to': to } as CSSProperties;
  const stage = (index: number) => names(stages[index]?.name);
  const target = (shown: TargetShown) => {
    if ('from' in shown) return t(`from.${shown.from}`);
    const priority = names(priorities.find(({ id }) => id === shown.priority)?.name);
    return [priority, targetWords(shown.target, words)].filter((word) => word !== '').join(' ');
  };
  return (
    <li className={styles.clock} style={place} title={names(clock.help)}>
      <span className={styles.clockName}>
        {clock.repeats ? <RetweetOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />} {names(clock.name)}
      </span>
      <span className={styles.track} aria-hidden>
        {stages.map(({ id }, index) => (
          <span key={id} data-on={index >= from && index <= to} />
        ))}
      </span>
      <span className={styles.lane}>
        {from === to ? t('lane.one', { from: stage(from) }) : t('lane', { from: stage(from), to: stage(to) })}
      </span>
      <span className={styles.targets}>
        {clockTargets(playbook, clock).map((shown) => (
          <span key={target(shown)}>{target(shown)}</span>
        ))}
        <span className={styles.time}>
          {[clock.scope === 'ticket' ? '' : t(`scope.${clock.scope}`), clock.repeats ? t('repeats') : '', t(clock.time)]
            .filter((word) => word !== '')
            .join(' · ')}
        </span>
      </span>
    </li>
  );
}
