import { CheckOutlined, MinusOutlined, RedoOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import { type StageStep, stageSteps } from './stage-steps.ts';
import styles from './stages.module.css';
import { stageTexts } from './texts.ts';
import { isMyStage } from './whose-stage.ts';

/** The playbook's stages: what is done, where the ticket stands, what comes next, and whose it is. */
export function StageRail(): ReactNode {
  const t = useTexts(stageTexts);
  const { detail, playbook } = useTicket();
  const steps = stageSteps(playbook, detail);
  const list = useRef<HTMLOListElement>(null);
  const stage = detail.stage;

  // On a narrow screen the rail scrolls sideways: keep the current stage in view.
  useEffect(() => {
    const item = list.current?.querySelector<HTMLElement>(`[data-stage="${stage}"]`);
    if (item && list.current) list.current.scrollLeft = item.offsetLeft - list.current.clientWidth / 3;
  }, [stage]);

  return (
    <nav aria-label={t('rail')}>
      <ol className={styles.rail} ref={list}>
        {steps.map((step, index) => (
          <Step key={step.stage.id} step={step} number={index + 1} />
        ))}
      </ol>
    </nav>
  );
}

function Step({ step, number }: { step: StageStep; number: number }): ReactNode {
  const t = useTexts(stageTexts);
  const name = useNames();
  const { detail, playbook, me } = useTicket();
  const names = useNamesOf(playbook);
  const { stage, state, isAgain } = step;
  const isMine = state === 'current' && isMyStage(stage, detail, me);
  return (
    <li
      className={styles.step}
      data-state={state}
      data-stage={stage.id}
      aria-current={state === 'current' ? 'step' : undefined}
    >
      <span className={styles.dot} aria-hidden>
        {state === 'done' ? <CheckOutlined /> : state === 'stopped' ? <MinusOutlined /> : number}
      </span>
      <span className={styles.stepWords}>
        <span className={styles.stepName}>
          {name(stage.name)}
          <span className="visually-hidden">{t(`state.${state}`)}</span>
          {isAgain ? (
            <small className={styles.again}>
              <RedoOutlined aria-hidden /> {t('again')}
            </small>
          ) : null}
        </span>
        <span className={styles.who} data-mine={isMine}>
          {isMine ? t('yours') : t('who', { roles: names.list(stage.who.map(names.role)) })}
        </span>
      </span>
    </li>
  );
}
