import { type CSSProperties, type ReactNode, useId } from 'react';
import { loopsOf } from '../../../../domain/playbook/picture.ts';
import type { Playbook } from '../../../../domain/playbook/schema.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { Sideways } from '../../../ui/sideways.tsx';
import styles from './flow.module.css';
import { FlowClock } from './flow-clock.tsx';
import { FlowStage } from './flow-stage.tsx';
import { flowTexts } from './texts.ts';

/**
 * The stages in order with where they loop back, and under them each clock over the stages that it runs through. From left to right
 * where there is room; else from top to bottom, each clock with a small track of its own. All of it is text, so it needs no alternative.
 */
export function FlowDiagram({ playbook }: { playbook: Playbook }): ReactNode {
  const t = useTexts(flowTexts);
  const names = useNames();
  const id = useId();
  const { stages, clocks } = playbook;
  const loops = loopsOf(stages);
  const frame = { '--stages': stages.length, '--loops': loops.length } as CSSProperties;
  return (
    <Sideways className={styles.diagram} name={{ labelledBy: id }} style={frame}>
      {(isCut) => (
        <>
          <h2 id={id} className={styles.heading}>
            {t('stages')} <span className={styles.hint}>{t('stagesHint')}</span>
            {isCut ? <span className={styles.hint}>{t('scrolls', { count: stages.length })}</span> : null}
          </h2>
          <div className={styles.field}>
            <div className={styles.loops} aria-hidden>
              {loops.map(({ from, to, why }, index) => (
                <span
                  key={`${from}.${to}.${why}`}
                  className={styles.loop}
                  data-why={why}
                  style={{ '--from': from, '--to': to, '--depth': index } as CSSProperties}
                >
                  <span className={styles.loopWord}>{t(`loop.${why}`)}</span>
                </span>
              ))}
            </div>
            <ol className={styles.stages}>
              {stages.map((stage, index) => (
                <FlowStage
                  key={stage.id}
                  playbook={playbook}
                  stage={stage}
                  number={index + 1}
                  loops={loops
                    .filter(({ from }) => from === index)
                    .map(({ to, why }) => t(`loop.${why}.full`, { stage: names(stages[to]?.name) }))}
                />
              ))}
            </ol>
          </div>
          <h3 className={styles.clocksHeading}>{t('clocks')}</h3>
          <ul className={styles.clocks}>
            {clocks.map((clock) => (
              <FlowClock key={clock.id} playbook={playbook} clock={clock} />
            ))}
          </ul>
        </>
      )}
    </Sideways>
  );
}
