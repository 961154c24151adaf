import { EditOutlined, EllipsisOutlined, FlagOutlined, SendOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Dropdown, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { CaseDetail } from '../../../contract/case.ts';
import type { CaseCommandName } from '../../../domain/case/commands.ts';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { paths } from '../app/paths.ts';
import styles from './cases.module.css';
import { NoteDialog } from './note-dialog.tsx';
import { texts } from './texts.ts';
import { useActOnCase } from './use-act-on-case.ts';

type Asking = 'report' | 'retire' | 'give' | null;
const inMenu = ['withdraw', 'discard', 'confirm', 'give', 'retire', 'restore'] as const;

/** What this person may do with the case now: the likeliest as buttons, the rest in the menu. */
export function CaseActions({ detail }: { detail: CaseDetail }): ReactNode {
  const t = useTexts(texts);
  const { modal } = App.useApp();
  const act = useActOnCase(detail);
  const [asking, setAsking] = useState<Asking>(null);
  const may = (name: CaseCommandName) => detail.actions.some((one) => one.do === name && one.isAllowed);
  const isDue = detail.status === 'needs-update';
  const menu = inMenu.filter((name) => may(name) && !(name === 'confirm' && isDue));
  const start = (name: (typeof inMenu)[number]) => {
    if (name === 'retire' || name === 'give') return setAsking(name);
    if (name !== 'discard') return act.mutate({ action: name });
    modal.confirm({
      title: t('act.discard'),
      content: t('act.discard.confirm'),
      onOk: () => act.mutateAsync({ action: name }).catch(() => {}),
    });
  };
  const sent = { onSuccess: () => setAsking(null) };
  return (
    <>
      {may('save') ? (
        <Link {...paths.editCase(detail.id)}>
          <Button icon={<EditOutlined aria-hidden />} tabIndex={-1}>
            {t(detail.working || detail.publishedVersion === null ? 'act.edit' : 'act.improve')}
          </Button>
        </Link>
      ) : null}
      {may('report') && !isDue ? (
        <Button icon={<FlagOutlined aria-hidden />} onClick={() => setAsking('report')}>
          {t('act.report')}
        </Button>
      ) : null}
      {may('confirm') && isDue ? (
        <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ action: 'confirm' })}>
          {t('act.confirm')}
        </Button>
      ) : null}
      {may('submit') ? (
        <Button
          type="primary"
          icon={<SendOutlined aria-hidden />}
          loading={act.isPending}
          onClick={() => act.mutate({ action: 'submit' })}
        >
          {t('act.submit')}
        </Button>
      ) : null}
      {menu.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{ items: menu.map((name) => ({ key: name, label: t(`act.${name}`), onClick: () => start(name) })) }}
        >
          <Button icon={<EllipsisOutlined aria-hidden />} aria-label={t('act.more')} aria-haspopup="menu" />
        </Dropdown>
      ) : null}
      <NoteDialog
        isOpen={asking === 'report' || asking === 'retire'}
        title={t(asking === 'retire' ? 'act.retire' : 'act.report')}
        label={t(asking === 'retire' ? 'act.retire.note' : 'act.report.note')}
        {...(asking === 'retire' ? {} : { hint: t('act.report.hint') })}
        isBusy={act.isPending}
        onClose={() => setAsking(null)}
        onSend={(note) => act.mutate({ action: asking === 'retire' ? 'retire' : 'report', body: { note } }, sent)}
      />
      <GiveDialog
        isOpen={asking === 'give'}
        isBusy={act.isPending}
        onClose={() => setAsking(null)}
        onSend={(owner) => act.mutate({ action: 'give', body: { owner } }, sent)}
      />
    </>
  );
}

type GiveProps = { isOpen: boolean; isBusy: boolean; onClose: () => void; onSend: (owner: number) => void };

function GiveDialog({ isOpen, isBusy, onClose, onSend }: GiveProps): ReactNode {
  const t = useTexts(texts);
  const id = useId();
  const staff = useQuery(queries.staff()).data?.items ?? [];
  const [owner, setOwner] = useState<number | null>(null);
  return (
    <Dialog
      open={isOpen}
      title={t('act.give')}
      onCancel={onClose}
      onOk={() => owner !== null && onSend(owner)}
      okButtonProps={{ disabled: owner === null }}
      confirmLoading={isBusy}
      width={420}
    >
      <label htmlFor={id} className={styles.label}>
        {t('act.give.owner')}
      </label>
      <Select
        id={id}
        className={styles.wholeWidth ?? ''}
        showSearch={{ optionFilterProp: 'label' }}
        options={staff.filter(({ isActive }) => isActive).map((one) => ({ value: one.id, label: one.name }))}
        value={owner}
        onChange={setOwner}
      />
    </Dialog>
  );
}
