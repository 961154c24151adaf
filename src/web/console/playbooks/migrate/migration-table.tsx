import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MigrationChangeView, MigrationView } from '../../../../contract/studio.ts';
import type { Playbook } from '../../../../domain/playbook/schema.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { type Column, PlainTable } from '../../../ui/plain-table.tsx';
import { paths } from '../../app/paths.ts';
import { useNamesOf } from '../../ticket/use-names-of.ts';
import styles from '../playbooks.module.css';
import { texts } from '../texts.ts';

type Item = MigrationView['items'][number];

export function MigrationTable({ playbook, items }: { playbook: Playbook; items: readonly Item[] }): ReactNode {
  const t = useTexts(texts);
  const columns: Column<Item>[] = [
    {
      key: 'ticket',
      title: t('migrate.ticket'),
      isHead: true,
      render: ({ id, number }) => <Link {...paths.ticket(id)}>{number}</Link>,
    },
    { key: 'from', title: t('migrate.from'), render: ({ from }) => t('version', { version: from }) },
    { key: 'changes', title: t('migrate.changes'), render: (item) => <Changes playbook={playbook} item={item} /> },
  ];
  return <PlainTable label={t('migrate.title')} columns={columns} rows={items} rowKey={({ id }) => id} />;
}

function Changes({ playbook, item: { changes, refusal } }: { playbook: Playbook; item: Item }): ReactNode {
  const t = useTexts(texts);
  const say = useChange(playbook);
  if (refusal) {
    return (
      <span className={styles.refused}>
        {refusal.title}。{refusal.remedy}
      </span>
    );
  }
  if (changes.length === 0) return t('migrate.same');
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <li key={JSON.stringify(change)}>
          {say(change)}
          {change.kind === 'clock-moves' && change.isLate ? (
            <span className={styles.late}> {t('change.late')}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function useChange(playbook: Playbook): (change: MigrationChangeView) => string {
  const t = useTexts(texts);
  const names = useNamesOf(playbook);
  const time = (at: string | null) => (at === null ? t('never') : names.time(at));
  return (change) => {
    switch (change.kind) {
      case 'stage':
        return t('change.stage', { from: names.stage(change.from), to: names.stage(change.to) });
      case 'form-required':
      case 'form-passed':
        return t(`change.${change.kind}`, {
          form: names.form(change.form),
          fields: change.fields.map(names.field).join(t('separator')),
        });
      case 'clock-starts':
        return t('change.clock-starts', { clock: names.clock(change.clock), due: time(change.due) });
      case 'clock-stops':
        return t('change.clock-stops', { clock: names.clock(change.clock) });
      case 'clock-moves':
        return t('change.clock-moves', {
          clock: names.clock(change.clock),
          from: time(change.from),
          to: time(change.to),
        });
    }
  };
}
