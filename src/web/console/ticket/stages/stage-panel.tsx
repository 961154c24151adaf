import { CheckCircleOutlined, HourglassOutlined, TeamOutlined } from '@ant-design/icons';
import { type ReactNode, useId } from 'react';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { Panel } from '../../../ui/panel.tsx';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import { GateList } from './gate-list.tsx';
import { explainGates } from './open-gates.ts';
import { StageForm } from './stage-form.tsx';
import styles from './stages.module.css';
import { stageTexts } from './texts.ts';

/** The current stage: its hint, what must be true before it is left, and its form. */
export function StagePanel(): ReactNode {
  const { detail, playbook } = useTicket();
  const name = useNames();
  const prefix = useId();
  const stage = playbook.stages.find((one) => one.id === detail.stage);
  if (detail.status === 'closed' || !stage) return <OverNotice />;
  const form = playbook.forms.find((one) => one.id === detail.currentForm?.form) ?? null;
  const gates = explainGates(detail.openGates, form);
  return (
    <Panel title={name(stage.name)} extra={form ? <span className={styles.formName}>{name(form.name)}</span> : null}>
      {stage.hint ? <p className={styles.stageHint}>{name(stage.hint)}</p> : null}
      <GateList gates={gates} prefix={prefix} />
      <StageWork gates={gates} prefix={prefix} />
    </Panel>
  );
}

function StageWork({ gates, prefix }: { gates: ReturnType<typeof explainGates>; prefix: string }): ReactNode {
  const t = useTexts(stageTexts);
  const { detail, playbook, action } = useTicket();
  const names = useNamesOf(playbook);
  const stage = playbook.stages.find((one) => one.id === detail.stage);
  const current = detail.currentForm;
  if (!current) {
    return (
      <Notice
        icon={<HourglassOutlined aria-hidden />}
        title={t('none.title')}
        hint={gates.length > 0 ? t('none.hint') : ''}
      />
    );
  }
  if (!action('submit-form').isAllowed) {
    const roles = names.list(stage?.who.map(names.role) ?? []);
    return (
      <Notice icon={<TeamOutlined aria-hidden />} title={t('notYours.title', { roles })} hint={t('notYours.hint')} />
    );
  }
  // Another form or another cycle is another draft.
  return (
    // On paper empty boxes say nothing; what was submitted has its own print.
    <div data-screen-only>
      <StageForm key={`${current.form}.${detail.cycle}`} current={current} gates={gates} prefix={prefix} />
    </div>
  );
}

function OverNotice(): ReactNode {
  const t = useTexts(stageTexts);
  const { detail, playbook } = useTicket();
  const names = useNamesOf(playbook);
  const closedAt = detail.closedAt === null ? '' : names.time(detail.closedAt);
  const title = detail.dismissed === null ? t('over.closed', { time: closedAt }) : t('over.dismissed');
  return (
    <Panel>
      <Notice icon={<CheckCircleOutlined aria-hidden />} title={title} hint={t('over.hint')} />
    </Panel>
  );
}

function Notice({ icon, title, hint }: { icon: ReactNode; title: string; hint: string }): ReactNode {
  return (
    <div className={styles.notice}>
      <span className={styles.noticeIcon} aria-hidden>
        {icon}
      </span>
      <div>
        <p className={styles.noticeTitle}>{title}</p>
        {hint ? <p className={styles.noticeHint}>{hint}</p> : null}
      </div>
    </div>
  );
}
