import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NoticeView } from '../../../contract/organisation.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from '../app/paths.ts';
import { NoticeMark } from './notice-mark.tsx';
import { NoticeWords } from './notice-words.tsx';
import styles from './notices.module.css';
import { texts } from './texts.ts';

type Props = { notice: NoticeView; onOpen: () => void; isInGroup?: boolean };

/** One line of the inbox: what happened, on which ticket unless that stands above it, and when it is due. Opening it reads it. */
export function NoticeItem({ notice, onOpen, isInGroup = false }: Props): ReactNode {
  const t = useTexts(texts);
  const { number, customerName, subject } = notice.ticket;
  const about = [notice.case?.number ?? number, customerName].filter((one) => one !== '').join(' · ');
  return (
    <Link
      {...(notice.case ? paths.case(notice.case.id) : paths.ticket(notice.ticket.id))}
      className={`${styles.item} ${notice.isRead ? '' : styles.unread}`}
      onClick={onOpen}
    >
      <NoticeMark kind={notice.kind} />
      <span className={styles.words}>
        <NoticeWords notice={notice} />
        {isInGroup ? null : <span className={styles.subject}>{subject}</span>}
        <span className={styles.fine}>
          {isInGroup ? null : `${about} · `}
          <TimeText at={notice.at} />
        </span>
      </span>
      {notice.isRead ? null : (
        <span className={styles.dot}>
          <span className="visually-hidden">{t('unread')}</span>
        </span>
      )}
    </Link>
  );
}
