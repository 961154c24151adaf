import { CheckOutlined, MinusOutlined, RedoOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
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
  const name = useNames();
  const { detail, playbook } = useTicket();
  const steps = stageSteps(playbook, detail);
  const at = steps.findIndex(({ stage }) => stage.id === detail.stage);
  const current = steps[at]?.stage;

  return (
    <nav aria-label={t('rail')}>
      <ol className={styles.rail}>
        {steps.map((step, index) => (
          <Step key={step.stage.id} step={step} number={index + 1} />
        ))}
      </ol>
      {current ? (
        // On a narrow screen the rail is a row of dots, and this says where it stands.
        <p className={styles.now} aria-hidden>
          <span>{t('now', { at: at + 1, of: steps.length })}</span> <strong>{name(current.name)}</strong>
        </p>
      ) : null}
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
        {state === 'done' ? <CheckOutlined /> : state === 'stopped' || state === 'skipped' ? <MinusOutlined /> : number}
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
          {state === 'skipped'
            ? t('state.skipped')
            : isMine
              ? t('yours')
              : t('who', { roles: names.list(stage.who.map(names.role)) })}
        </span>
      </span>
    </li>
  );
}
