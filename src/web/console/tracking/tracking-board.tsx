import type { ReactNode } from 'react';
import type { TrackingRow } from '../../../contract/tracking.ts';
import { type TrackingPhase, trackingPhases } from '../../../domain/tracking/phase.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Sideways } from '../../ui/sideways.tsx';
import { texts } from './texts.ts';
import styles from './tracking.module.css';
import { TrackingCard } from './tracking-card.tsx';

/** These columns always stand; the others where there is something in them. */
const always: readonly TrackingPhase[] = ['response', 'handling', 'result', 'callback'];

export function TrackingBoard({ rows }: { rows: readonly TrackingRow[] }): ReactNode {
  const t = useTexts(texts);
  const byPhase = Map.groupBy(rows, ({ phase }) => phase);
  const columns = trackingPhases.filter((phase) => always.includes(phase) || byPhase.has(phase));
  return (
    <Sideways name={{ label: t('board.label') }} className={styles.board}>
      {() =>
        columns.map((phase) => {
          const own = byPhase.get(phase) ?? [];
          return (
            <section key={phase} className={styles.column} aria-labelledby={`phase-${phase}`}>
              <h2 id={`phase-${phase}`} className={styles.columnTitle}>
                {t(`phase.${phase}`)} <span className={styles.number}>{own.length}</span>
              </h2>
              {own.length === 0 ? <p className={styles.none}>{t('phase.empty')}</p> : null}
              <ul className={styles.cards}>
                {own.map((row) => (
                  <TrackingCard key={row.id} row={row} />
                ))}
              </ul>
            </section>
          );
        })
      }
    </Sideways>
  );
}
