import { HourglassOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import type { TicketRow } from '../../../contract/ticket.ts';
import { useDepartmentNames, usePlaybookNames, useStaffNames } from '../../api/playbook-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PromiseBadge } from '../../ui/promise-badge.tsx';
import { GreenLaneMark } from '../../ui/tags.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from '../app/paths.ts';
import { Person } from '../app/people.tsx';
import { texts as appTexts } from '../app/texts.ts';
import { TicketPriority, TicketStage } from '../app/ticket-tags.tsx';
import styles from './queue-table.module.css';

/** The whole row opens the ticket by pointer; for the keyboard its link does. */
export function QueueRow({ row }: { row: TicketRow }): ReactNode {
  const navigate = useNavigate();
  const name = usePlaybookNames();
  const open = (event: MouseEvent) => {
    const isOnLink = (event.target as HTMLElement).closest('a') !== null;
    if (!isOnLink && window.getSelection()?.isCollapsed !== false) void navigate(paths.ticket(row.id));
  };
  return (
    <tr className={`${styles.row} ${row.isGreenLane ? styles.green : ''}`} onClick={open}>
      <td>
        <TicketPriority row={row} />
      </td>
      <td className={styles.ticket}>
        <Subject row={row} />
        <span className={styles.fine}>
          {row.isGreenLane ? (
            <>
              <GreenLaneMark /> ·{' '}
            </>
          ) : null}
          {row.number} · {row.customerName} · {name(row.playbook, 'channels', row.channel)}
        </span>
      </td>
      <td>
        <TicketStage row={row} />
        <Flags row={row} />
      </td>
      <td>
        <People row={row} />
      </td>
      <td className={styles.when}>
        <TimeText at={row.receivedAt} />
      </td>
      <td className={styles.promise}>
        {row.nextPromise ? <PromiseBadge promise={row.nextPromise} hasName /> : <span className={styles.fine}>—</span>}
      </td>
    </tr>
  );
}

function Subject({ row }: { row: TicketRow }): ReactNode {
  const t = useTexts(appTexts);
  return (
    <Link {...paths.ticket(row.id)} className={styles.subject} data-ticket-link title={row.subject}>
      {row.subject || t('ticket.noSubject')}
    </Link>
  );
}

function Flags({ row }: { row: TicketRow }): ReactNode {
  const t = useTexts(appTexts);
  if (!row.isWaiting && row.cycle === 1) return null;
  return (
    <span className={styles.flags}>
      {row.isWaiting ? (
        <span>
          <HourglassOutlined aria-hidden /> {t('ticket.waiting')}
        </span>
      ) : null}
      {row.cycle > 1 ? <span className={styles.second}>{t('ticket.second')}</span> : null}
    </span>
  );
}

function People({ row }: { row: TicketRow }): ReactNode {
  const t = useTexts(appTexts);
  const departmentName = useDepartmentNames();
  const staffName = useStaffNames();
  return (
    <span className={styles.people}>
      {row.department ? <span>{departmentName(row.department)}</span> : null}
      {row.owner === null ? (
        <span className={styles.fine}>{t('ticket.noOwner')}</span>
      ) : (
        <Person name={staffName(row.owner)} isQuiet />
      )}
    </span>
  );
}
