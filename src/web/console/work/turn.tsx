import { PhoneOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { TicketRow } from '../../../contract/ticket.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { TicketList } from '../app/ticket-list.tsx';
import { GroupTitle } from './my-open.tsx';
import { texts } from './texts.ts';
import styles from './work.module.css';

/** Tickets of others that have come back to me, who speak to their customers. Absent when there are none. */
export function Turn({ rows }: { rows: TicketRow[] }): ReactNode {
  const t = useTexts(texts);
  if (rows.length === 0) return null;
  return (
    <Panel
      isFlush
      title={<GroupTitle icon={<PhoneOutlined aria-hidden />} name={t('group.turn')} count={rows.length} />}
      extra={<span className={styles.fine}>{t('group.turnHint')}</span>}
    >
      <TicketList rows={rows} />
    </Panel>
  );
}
