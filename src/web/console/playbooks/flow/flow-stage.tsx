import { BranchesOutlined, FileTextOutlined, LockOutlined, RollbackOutlined, TeamOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Playbook, PlaybookStage } from '../../../../domain/playbook/schema.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { useRoleName } from '../../app/use-role-name.ts';
import { stageTexts } from '../../ticket/stages/texts.ts';
import styles from './flow.module.css';
import { flowTexts } from './texts.ts';

type Props = { playbook: Playbook; stage: PlaybookStage; number: number; loops: readonly string[] };

/** One stage: what it is called, who completes it by which form, and what must be true before it is left. */
export function FlowStage({ playbook, stage, number, loops }: Props): ReactNode {
  const t = useTexts(flowTexts);
  const roleName = useRoleName();
  const gate = useTexts(stageTexts);
  const names = useNames();
  const form = playbook.forms.find(({ id }) => id === stage.form);
  return (
    <li className={styles.stage} data-status={stage.status}>
      <span className={styles.stageHead}>
        <span className={styles.number}>{number}</span>
        <strong className={styles.stageName}>{names(stage.name)}</strong>
        <span className={styles.status}>{t(`status.${stage.status}`)}</span>
      </span>
      {stage.when ? (
        <span className={styles.condition}>
          <BranchesOutlined aria-hidden /> <span className={styles.words}>{t('conditional')}</span>
        </span>
      ) : null}
      <span className={styles.line}>
        <TeamOutlined aria-hidden /> <span className="visually-hidden">{t('who')}</span>
        <span className={styles.words}>{stage.who.map(roleName).join(' · ')}</span>
      </span>
      {form ? (
        <span className={styles.line}>
          <FileTextOutlined aria-hidden /> <span className={styles.words}>{names(form.name)}</span>
        </span>
      ) : null}
      {stage.gates.length > 0 ? (
        <span className={styles.line}>
          <LockOutlined aria-hidden /> <span className="visually-hidden">{t('gates')}</span>
          <span className={styles.words}>{stage.gates.map((one) => gate(`gate.${one}`)).join(t('separator'))}</span>
        </span>
      ) : null}
      {loops.map((loop) => (
        <span key={loop} className={styles.back}>
          <RollbackOutlined aria-hidden /> <span className={styles.words}>{loop}</span>
        </span>
      ))}
    </li>
  );
}
