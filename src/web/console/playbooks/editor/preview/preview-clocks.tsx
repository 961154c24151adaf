import type { ReactNode } from 'react';
import type { PreviewClock, PreviewView } from '../../../../../contract/studio.ts';
import type { Playbook } from '../../../../../domain/playbook/schema.ts';
import { useNames, useTexts } from '../../../../i18n/use-texts.ts';
import { ExplanationSteps } from '../../../ticket/clocks/explanation-steps.tsx';
import { targetWords } from '../../../ticket/target-words.ts';
import { texts as ticketTexts } from '../../../ticket/texts.ts';
import { useNamesOf } from '../../../ticket/use-names-of.ts';
import { editorTexts } from '../texts.ts';
import styles from './preview.module.css';

/** Each clock of the sample: from when to when, what it would say on the way, and why it is due then. */
export function PreviewClocks({ playbook, view }: { playbook: Playbook; view: PreviewView }): ReactNode {
  const t = useTexts(editorTexts);
  const names = useNames();
  return (
    <>
      <h2 className={styles.heading}>{t('clocks.title')}</h2>
      <ul className={styles.clocks}>
        {view.clocks.map((clock) => (
          <Clock key={`${clock.explanation.clock} ${clock.explanation.cycle}`} playbook={playbook} clock={clock} />
        ))}
      </ul>
      {view.idle.length > 0 ? (
        <p className={styles.idle}>
          {t('clocks.idle', { names: view.idle.map(({ name }) => names(name)).join(t('separator')) })}
        </p>
      ) : null}
    </>
  );
}

function Clock({ playbook, clock }: { playbook: Playbook; clock: PreviewClock }): ReactNode {
  const t = useTexts(editorTexts);
  const words = useTexts(ticketTexts);
  const names = useNames();
  const namesOf = useNamesOf(playbook);
  const { explanation, warnings, ladder } = clock;
  const { status, target, start, due, stop, isBreached } = explanation;
  const state = isBreached && (status === 'running' || status === 'paused') ? 'late' : status;
  return (
    <li className={styles.clock} data-state={state}>
      <div className={styles.clockHead}>
        <strong>{names(explanation.name)}</strong>
        {target === null ? null : <span>{targetWords(target, words)}</span>}
        <span className={styles.state}>{t(`clock.${state}`)}</span>
      </div>
      <dl className={styles.times}>
        <Time label={t('clocks.start')} text={namesOf.time(start)} />
        {due === null ? null : <Time label={t('clocks.due')} text={namesOf.time(due)} />}
        {stop === null ? null : <Time label={t('clocks.stop')} text={namesOf.time(stop)} />}
        {warnings.length > 0 ? (
          <Time label={t('clocks.warn')} text={warnings.map(({ at }) => namesOf.time(at)).join(t('separator'))} />
        ) : null}
        {ladder.length > 0 ? (
          <Time
            label={t('clocks.ladder')}
            text={ladder
              .map(({ at, tell, escalates }) => {
                const said = t('clocks.tell', { at: namesOf.time(at), who: namesOf.list(tell.map(namesOf.role)) });
                return escalates ? `${said}${t('clocks.escalates')}` : said;
              })
              .join(t('clocks.next'))}
          />
        ) : null}
      </dl>
      <details>
        <summary>{t('clocks.why')}</summary>
        <ExplanationSteps explanation={explanation} playbook={playbook} />
      </details>
    </li>
  );
}

function Time({ label, text }: { label: string; text: string }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </>
  );
}
