import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { TicketRow } from '../../../contract/ticket.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Tag } from '../../ui/tag.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { TicketStage } from '../app/ticket-tags.tsx';
import { dialogTexts } from './dialog-texts.ts';
import styles from './incidents.module.css';

type Props = { rows: readonly TicketRow[]; chosen: readonly number[]; onChoose: (ids: number[]) => void };

/** Tickets to tick; those of an incident already cannot be. */
export function PickList({ rows, chosen, onChoose }: Props): ReactNode {
  const t = useTexts(dialogTexts);
  const free = rows.filter((row) => row.incident === null && row.status !== 'closed');
  const isAll = free.length > 0 && free.every(({ id }) => chosen.includes(id));
  const toggle = (id: number) => onChoose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      {free.length > 0 ? (
        <Checkbox
          className={styles.all ?? ''}
          checked={isAll}
          indeterminate={!isAll && chosen.length > 0}
          onChange={() => onChoose(isAll ? [] : free.map(({ id }) => id))}
        >
          {t('link.all', { count: free.length })}
        </Checkbox>
      ) : null}
      <ul className={styles.picks}>
        {rows.map((row) => {
          const isTaken = row.incident !== null || row.status === 'closed';
          return (
            <li key={row.id}>
              <Checkbox checked={chosen.includes(row.id)} disabled={isTaken} onChange={() => toggle(row.id)}>
                <span className={styles.itemHead}>
                  <span className={styles.number}>{row.number}</span>
                  <TicketStage row={row} />
                  {row.incident !== null ? <Tag>{t('link.inAnother')}</Tag> : null}
                </span>
                <span className={styles.ticketSubject}>{row.subject}</span>
                <span className={styles.fine}>
                  <span>{row.customerName}</span>
                  <TimeText at={row.receivedAt} />
                </span>
              </Checkbox>
            </li>
          );
        })}
      </ul>
    </>
  );
}
