import { CheckOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button, Checkbox, InputNumber } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { CaseDetail } from '../../../contract/case.ts';
import { checkDays, usualCheckDays } from '../../../domain/case/commands.ts';
import { useStaffNames } from '../../api/playbook-names.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { CaseTextView } from './case-text-view.tsx';
import styles from './cases.module.css';
import { FindingsList } from './findings-list.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { texts } from './texts.ts';
import { useActOnCase } from './use-act-on-case.ts';

type Props = { detail: CaseDetail; working: NonNullable<CaseDetail['working']> };

/** The second pair of eyes: the version to be reviewed beside the one in use, with everything that was replaced or found marked. */
export function ReviewPanel({ detail, working }: Props): ReactNode {
  const t = useTexts(texts);
  const staffName = useStaffNames();
  const names = working.editors.map(staffName).join('、');
  return (
    <Panel
      title={t('review.title', { version: working.version })}
      extra={<span className={styles.quiet}>{t('review.editors', { names })}</span>}
    >
      <p className={styles.hint}>{t('review.hint')}</p>
      <div className={detail.text ? styles.sideBySide : undefined}>
        {detail.text ? (
          <div className={styles.version}>
            <h3 className={styles.versionName}>{t('review.before', { version: detail.publishedVersion ?? 0 })}</h3>
            <CaseTextView text={detail.text} hasTitle />
          </div>
        ) : null}
        <div className={styles.version} data-is-new>
          {detail.text ? (
            <h3 className={styles.versionName}>{t('review.after', { version: working.version })}</h3>
          ) : null}
          <CaseTextView text={working.text} findings={working.findings} hasTitle />
        </div>
      </div>
      <FindingsList text={working.text} findings={working.findings} />
      <Verdict detail={detail} working={working} />
    </Panel>
  );
}

function Verdict({ detail, working }: Props): ReactNode {
  const t = useTexts(texts);
  const id = useId();
  const me = useMe();
  const act = useActOnCase(detail);
  const [isChecked, setChecked] = useState(false);
  const [days, setDays] = useState<number>(usualCheckDays);
  const [isAsking, setAsking] = useState(false);
  const action = (name: 'approve' | 'send-back') => detail.actions.find((one) => one.do === name);
  const approve = action('approve');
  const sendBack = action('send-back');
  if (working.editors.includes(me.id)) return <p className={styles.own}>{t('review.own')}</p>;
  if (!approve?.isAllowed && !sendBack?.isAllowed) return null;
  const needsCheck = working.findings.length > 0;
  const hasHard = working.findings.some(({ isHard }) => isHard);
  const body = { version: working.version, hasCheckedFindings: isChecked, checkAfterDays: days };
  return (
    <div className={styles.verdict}>
      {needsCheck && !hasHard ? (
        <Checkbox checked={isChecked} onChange={(event) => setChecked(event.target.checked)}>
          {t('review.checked')}
        </Checkbox>
      ) : null}
      <label htmlFor={id} className={styles.days}>
        {t('review.checkAfter')}
        <InputNumber
          id={id}
          value={days}
          min={checkDays.least}
          max={checkDays.most}
          precision={0}
          suffix={t('review.days')}
          onChange={(value) => setDays(value ?? usualCheckDays)}
          className={styles.daysInput ?? ''}
        />
      </label>
      <span className={styles.buttons}>
        <Button icon={<RollbackOutlined aria-hidden />} disabled={!sendBack?.isAllowed} onClick={() => setAsking(true)}>
          {t('review.back')}
        </Button>
        <Button
          type="primary"
          icon={<CheckOutlined aria-hidden />}
          loading={act.isPending}
          disabled={hasHard || (needsCheck && !isChecked)}
          onClick={() => act.mutate({ action: 'approve', body })}
        >
          {t('review.approve')}
        </Button>
      </span>
      <NoteDialog
        isOpen={isAsking}
        title={t('review.back.title')}
        label={t('review.back.note')}
        isBusy={act.isPending}
        onClose={() => setAsking(false)}
        onSend={(note) =>
          act.mutate(
            { action: 'send-back', body: { version: working.version, note } },
            { onSuccess: () => setAsking(false) },
          )
        }
      />
    </div>
  );
}
