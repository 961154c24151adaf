import { CheckOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { NoticeView } from '../../../contract/organisation.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import { groupNotices, type NoticeGroup } from './group-notices.ts';
import { NoticeItem } from './notice-item.tsx';
import styles from './notices.module.css';
import { texts } from './texts.ts';
import { useReadNotices } from './use-read-notices.ts';

const mostAtFirst = 3;

/** One sheet for each ticket, so that ten lines about one matter are one matter. */
export function NoticeGroups({ notices }: { notices: readonly NoticeView[] }): ReactNode {
  return (
    <div className={styles.groups}>
      {groupNotices(notices).map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </div>
  );
}

function Group({ group: { notices } }: { group: NoticeGroup }): ReactNode {
  const t = useTexts(texts);
  const id = useId();
  const read = useReadNotices();
  const [isWhole, setWhole] = useState(false);
  const [first] = notices;
  if (!first) return null;
  const unread = notices.filter(({ isRead }) => !isRead).map((one) => one.id);
  const { ticket } = first;
  const name = [first.case?.number ?? ticket.number, ticket.customerName].filter((one) => one !== '').join(' · ');
  const shown = isWhole ? notices : notices.slice(0, mostAtFirst);
  return (
    <Panel isFlush>
      <section aria-labelledby={id}>
        <div className={styles.groupHead}>
          <h2 id={id}>
            <Link
              {...(first.case ? paths.case(first.case.id) : paths.ticket(ticket.id))}
              onClick={() => read.these(unread)}
            >
              <span className={styles.number}>{name}</span>
              {ticket.subject === '' ? null : <span className={styles.groupSubject}>{ticket.subject}</span>}
            </Link>
          </h2>
          {unread.length > 0 ? (
            <Button
              type="text"
              size="small"
              icon={<CheckOutlined aria-hidden />}
              onClick={() => read.these(unread)}
              aria-label={t('readGroupLabel', { number: ticket.number })}
            >
              {t('readGroup')}
            </Button>
          ) : null}
        </div>
        <ul className={styles.list}>
          {shown.map((notice) => (
            <li key={notice.id}>
              <NoticeItem notice={notice} isInGroup onOpen={() => read.these(unread)} />
            </li>
          ))}
        </ul>
        {notices.length > shown.length ? (
          <Button type="link" className={styles.rest ?? ''} onClick={() => setWhole(true)}>
            {t('rest', { count: notices.length - shown.length })}
          </Button>
        ) : null}
      </section>
    </Panel>
  );
}
