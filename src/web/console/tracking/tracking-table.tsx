import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TrackingRow } from '../../../contract/tracking.ts';
import { useDepartmentNames, useStaffNames } from '../../api/playbook-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { GreenLaneMark } from '../../ui/tags.tsx';
import { paths } from '../app/paths.ts';
import { Person } from '../app/people.tsx';
import { TicketPriority, TicketStage } from '../app/ticket-tags.tsx';
import { ExpectedCell } from './expected-cell.tsx';
import { NoteCell } from './note-cell.tsx';
import { texts } from './texts.ts';
import styles from './tracking.module.css';

export function TrackingTable({ rows }: { rows: readonly TrackingRow[] }): ReactNode {
  const t = useTexts(texts);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('table.label')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.demand')}</th>
          <th scope="col">{t('column.people')}</th>
          <th scope="col">{t('column.progress')}</th>
          <th scope="col">{t('column.expected')}</th>
          <th scope="col">{t('column.note')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: TrackingRow }): ReactNode {
  const t = useTexts(texts);
  return (
    <tr className={row.isGreenLane ? styles.green : undefined}>
      <th scope="row" className={styles.demand}>
        <Demand row={row} />
      </th>
      <td>
        <People row={row} />
      </td>
      <td>
        <span className={styles.stack}>
          <TicketStage row={row} />
          <span className={styles.fine}>{t(`phase.${row.phase}`)}</span>
          <Flags row={row} />
        </span>
      </td>
      <td className={styles.expected}>
        <ExpectedCell row={row} />
      </td>
      <td className={styles.note}>
        <NoteCell row={row} />
      </td>
    </tr>
  );
}

export function Demand({ row }: { row: TrackingRow }): ReactNode {
  const t = useTexts(texts);
  const staffName = useStaffNames();
  return (
    <>
      <Link {...paths.ticket(row.id)} className={styles.subject} data-ticket-link title={row.subject}>
        {row.subject || t('noSubject')}
      </Link>
      <span className={styles.line}>
        <TicketPriority row={row} />
        {row.isGreenLane ? <GreenLaneMark /> : null}
        <span className={styles.fine}>
          {row.number}
          {row.interface === null ? '' : ` · ${t('interface.label', { name: staffName(row.interface) })}`}
        </span>
      </span>
    </>
  );
}

export function People({ row }: { row: TrackingRow }): ReactNode {
  const t = useTexts(texts);
  const departmentName = useDepartmentNames();
  const staffName = useStaffNames();
  return (
    <span className={styles.stack}>
      <span>{row.department ? departmentName(row.department) : t('noDepartment')}</span>
      {row.owner === null ? (
        row.department ? (
          <span className={styles.fine}>{t('noOwner')}</span>
        ) : null
      ) : (
        <Person name={staffName(row.owner)} isQuiet />
      )}
    </span>
  );
}

export function Flags({ row }: { row: TrackingRow }): ReactNode {
  const t = useTexts(texts);
  return (
    <>
      {row.openTasks > 0 ? <span className={styles.fine}>{t('tasks.open', { count: row.openTasks })}</span> : null}
      {row.isWaiting ? <span className={styles.fine}>{t('wait.on')}</span> : null}
    </>
  );
}
