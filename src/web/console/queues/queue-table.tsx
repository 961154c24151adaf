import type { ReactNode } from 'react';
import { type QueueSort, viewOf } from '../../../contract/queue-search.ts';
import type { TicketRow } from '../../../contract/ticket.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { QueueRow } from './queue-row.tsx';
import styles from './queue-table.module.css';
import type { QueueSearch } from './search.ts';
import { SortHeader } from './sort-header.tsx';
import { texts } from './texts.ts';

type Props = { rows: readonly TicketRow[]; search: QueueSearch; sort: QueueSort; onSort: (sort: QueueSort) => void };

export function QueueTable({ rows, search, sort, onSort }: Props): ReactNode {
  const t = useTexts(texts);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">
        {t('table.label', { view: t(`view.${viewOf(search)}`), sort: t(`sort.${sort}`) })}
      </caption>
      <thead>
        <tr>
          <SortHeader name={t('column.priority')} sort={sort} first="priority" onSort={onSort} />
          <th scope="col">{t('column.ticket')}</th>
          <th scope="col">{t('column.stage')}</th>
          <th scope="col">{t('column.people')}</th>
          <SortHeader name={t('column.received')} sort={sort} first="-received" second="received" onSort={onSort} />
          <SortHeader name={t('column.promise')} sort={sort} first="due" onSort={onSort} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <QueueRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}
