import {
  AlertOutlined,
  AuditOutlined,
  CalendarOutlined,
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  FireOutlined,
  FrownOutlined,
  HourglassOutlined,
  MailOutlined,
  MessageOutlined,
  ProfileOutlined,
  ReadOutlined,
  RollbackOutlined,
  TeamOutlined,
  ThunderboltOutlined,
  UserAddOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { NoticeView } from '../../../contract/organisation.ts';
import styles from './notices.module.css';

type Kind = NoticeView['kind'];
const icons: Record<Kind, ReactNode> = {
  assigned: <UserAddOutlined />,
  warned: <ClockCircleOutlined />,
  breached: <FireOutlined />,
  escalated: <AlertOutlined />,
  bounced: <RollbackOutlined />,
  waited: <HourglassOutlined />,
  replied: <MessageOutlined />,
  chased: <ThunderboltOutlined />,
  dissatisfied: <FrownOutlined />,
  'incident-returned': <ThunderboltOutlined />,
  declined: <CloseCircleOutlined />,
  'counter-date': <CalendarOutlined />,
  'date-settled': <CalendarOutlined />,
  obstacle: <WarningOutlined />,
  'task-assigned': <ProfileOutlined />,
  'task-declined': <CloseCircleOutlined />,
  'task-done': <CheckCircleOutlined />,
  'task-cancelled': <ProfileOutlined />,
  'letter-sent': <MailOutlined />,
  'letter-answered': <MailOutlined />,
  'letter-settled': <MailOutlined />,
  'meeting-called': <TeamOutlined />,
  'meeting-minuted': <TeamOutlined />,
  'meeting-cancelled': <TeamOutlined />,
  'solution-circulated': <AuditOutlined />,
  'solution-objected': <WarningOutlined />,
  'solution-agreed': <CheckCircleOutlined />,
  'case-review': <AuditOutlined />,
  'case-returned': <RollbackOutlined />,
  'case-published': <ReadOutlined />,
  'case-outdated': <ReadOutlined />,
  'case-given': <ReadOutlined />,
};
const tones: Record<Kind, string | undefined> = {
  assigned: styles.plain,
  warned: styles.warm,
  breached: styles.hot,
  escalated: styles.hot,
  bounced: styles.warm,
  waited: styles.warm,
  replied: styles.plain,
  chased: styles.warm,
  dissatisfied: styles.hot,
  'incident-returned': styles.warm,
  declined: styles.warm,
  'counter-date': styles.warm,
  'date-settled': styles.plain,
  obstacle: styles.hot,
  'task-assigned': styles.plain,
  'task-declined': styles.warm,
  'task-done': styles.plain,
  'task-cancelled': styles.plain,
  'letter-sent': styles.plain,
  'letter-answered': styles.plain,
  'letter-settled': styles.plain,
  'meeting-called': styles.plain,
  'meeting-minuted': styles.plain,
  'meeting-cancelled': styles.plain,
  'solution-circulated': styles.plain,
  'solution-objected': styles.hot,
  'solution-agreed': styles.plain,
  'case-review': styles.plain,
  'case-returned': styles.warm,
  'case-published': styles.plain,
  'case-outdated': styles.warm,
  'case-given': styles.plain,
};

/** What kind of news it is, by icon and tint; the words stand beside it. */
export function NoticeMark({ kind }: { kind: Kind }): ReactNode {
  return (
    <span className={`${styles.icon} ${tones[kind]}`} aria-hidden>
      {icons[kind]}
    </span>
  );
}
