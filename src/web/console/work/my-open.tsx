import {
  ClockCircleOutlined,
  FireOutlined,
  HourglassOutlined,
  SmileOutlined,
  StepForwardOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import { TicketList } from '../app/ticket-list.tsx';
import { type WorkGroups, workGroups } from './group-work.ts';
import { texts } from './texts.ts';
import styles from './work.module.css';

const icons = {
  overdue: <FireOutlined className={styles.hotIcon} aria-hidden />,
  soon: <ClockCircleOutlined className={styles.warmIcon} aria-hidden />,
  later: <StepForwardOutlined aria-hidden />,
  waiting: <HourglassOutlined aria-hidden />,
  elsewhere: <SwapOutlined aria-hidden />,
};

/** My open tickets in the order in which they want me. That there are none is worth saying only where nothing else waits. */
export function MyOpen({ groups, isElsewhere }: { groups: WorkGroups; isElsewhere: boolean }): ReactNode {
  const t = useTexts(texts);
  const filled = workGroups.filter((group) => groups[group].length > 0);
  if (filled.length === 0 && isElsewhere) return null;
  if (filled.length === 0) {
    return (
      <Panel isFlush>
        <EmptyState
          icon={<SmileOutlined />}
          title={t('empty.title')}
          hint={t('empty.hint')}
          action={<Link {...paths.queues()}>{t('empty.action')}</Link>}
        />
      </Panel>
    );
  }
  return filled.map((group) => (
    <Panel
      key={group}
      isFlush
      title={<GroupTitle icon={icons[group]} name={t(`group.${group}`)} count={groups[group].length} />}
    >
      <TicketList rows={groups[group]} />
    </Panel>
  ));
}

export function GroupTitle({
  icon,
  name,
  count,
}: {
  icon: ReactNode;
  name: string;
  count: number | string;
}): ReactNode {
  return (
    <span className={styles.groupTitle}>
      {icon} {name} <span className={styles.count}>{count}</span>
    </span>
  );
}
