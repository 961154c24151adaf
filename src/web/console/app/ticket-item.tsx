import { HourglassOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TicketRow } from '../../../contract/ticket.ts';
import { useStaffNames } from '../../api/playbook-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PromiseBadge } from '../../ui/promise-badge.tsx';
import { GreenLaneMark } from '../../ui/tags.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from './paths.ts';
import { texts } from './texts.ts';
import styles from './ticket-item.module.css';
import { TicketPriority, TicketStage } from './ticket-tags.tsx';

type Props = {
  row: TicketRow;
  /** Say whose it is: not needed among my own. */
  hasOwner?: boolean;
  /** Shown under the subject, such as a found passage. */
  children?: ReactNode;
};

/** A ticket as an entry of a list: what it is about, for whom, where it stands and what is due next. */
export function TicketItem({ row, hasOwner = false, children }: Props): ReactNode {
  const t = useTexts(texts);
  const staffName = useStaffNames();
  const owner = row.owner === null ? t('ticket.noOwner') : staffName(row.owner);
  return (
    <Link {...paths.ticket(row.id)} className={styles.item} data-ticket-link>
      <span className={styles.head}>
        <span className={styles.subject}>{row.subject || t('ticket.noSubject')}</span>
        {row.nextPromise ? (
          <span className={styles.promise}>
            <PromiseBadge promise={row.nextPromise} hasName />
          </span>
        ) : null}
      </span>
      {children}
      <span className={styles.meta}>
        <span className={styles.tags}>
          <TicketPriority row={row} />
          <TicketStage row={row} />
          {row.isGreenLane ? <GreenLaneMark /> : null}
          {row.isWaiting ? (
            <span>
              <HourglassOutlined aria-hidden /> {t('ticket.waiting')}
            </span>
          ) : null}
          {row.cycle > 1 ? <span className={styles.second}>{t('ticket.second')}</span> : null}
        </span>
        <span className={styles.fine}>
          {[row.number, row.customerName, ...(hasOwner ? [owner] : [])].join(' · ')} · <TimeText at={row.receivedAt} />
        </span>
      </span>
    </Link>
  );
}
