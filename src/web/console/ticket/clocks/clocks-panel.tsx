import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ClockView } from '../../../../contract/ticket.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Panel } from '../../../ui/panel.tsx';
import { useTicket } from '../ticket-context.tsx';
import { ClockCard } from './clock-card.tsx';
import { cycleOf, sortClocks } from './clock-progress.ts';
import styles from './clocks.module.css';
import { clockTexts } from './texts.ts';

/** Loaded once somebody asks; from then on it stays, so that it can slide away. */
const ClockExplanationDrawer = lazy(() =>
  import('./clock-explanation.tsx').then((drawer) => ({ default: drawer.ClockExplanationDrawer })),
);

/** Every promise on this ticket: those that run, the nearest first; those that are over, folded away. */
export function ClocksPanel(): ReactNode {
  const t = useTexts(clockTexts);
  const { detail } = useTicket();
  const [explained, setExplained] = useState<ClockView | null>(null);
  const [isAsked, setAsked] = useState(false);
  if (explained !== null && !isAsked) setAsked(true);
  const { open, over } = sortClocks(detail.clocks);
  const cards = (clocks: readonly ClockView[]) => (
    <ul className={styles.clocks}>
      {clocks.map((clock) => (
        <li key={`${clock.clock}.${clock.cycle}`}>
          <ClockCard clock={clock} cycle={cycleOf(detail.clocks, clock)} onExplain={() => setExplained(clock)} />
        </li>
      ))}
    </ul>
  );
  return (
    <Panel title={t('title')}>
      {open.length === 0 ? <p className={styles.none}>{t('none')}</p> : cards(open)}
      {over.length > 0 ? (
        <details className={styles.over}>
          <summary>{t('over.title', { count: over.length })}</summary>
          {cards(over)}
        </details>
      ) : null}
      {isAsked ? (
        <Suspense fallback={null}>
          <ClockExplanationDrawer ticketId={detail.id} clock={explained} onClose={() => setExplained(null)} />
        </Suspense>
      ) : null}
    </Panel>
  );
}
