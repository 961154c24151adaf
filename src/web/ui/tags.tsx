import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CheckCircleOutlined,
  DoubleRightOutlined,
  InboxOutlined,
  MinusOutlined,
  PlayCircleOutlined,
  ThunderboltFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { TicketStatus } from '../../domain/playbook/schema.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Tag, type TagTone } from './tag.tsx';
import styles from './tags.module.css';
import { texts } from './texts.ts';

export type PriorityLevel = 'urgent' | 'raised' | 'plain' | 'low';
const priorityIcons: Record<PriorityLevel, typeof MinusOutlined> = {
  urgent: ThunderboltFilled,
  raised: ArrowUpOutlined,
  plain: MinusOutlined,
  low: ArrowDownOutlined,
};

const priorityTones: Record<PriorityLevel, TagTone> = { urgent: 'red', raised: 'amber', plain: 'plain', low: 'plain' };

/** Urgency by icon, word and colour together. */
export function PriorityTag({ label, level }: { label: string; level: PriorityLevel }): ReactNode {
  const Icon = priorityIcons[level];
  return (
    <Tag tone={priorityTones[level]}>
      <Icon aria-hidden /> {label}
    </Tag>
  );
}

/** The green lane's own mark. */
export function GreenLaneTag(): ReactNode {
  const t = useTexts(texts);
  return (
    <Tag tone="green">
      <DoubleRightOutlined aria-hidden /> {t('greenLane')}
    </Tag>
  );
}

/** The same where a tag would be too loud: within a line of small print. */
export function GreenLaneMark(): ReactNode {
  const t = useTexts(texts);
  return (
    <span className={styles.mark}>
      <DoubleRightOutlined aria-hidden /> {t('greenLane')}
    </span>
  );
}

const statusIcons: Record<TicketStatus, typeof InboxOutlined> = {
  todo: InboxOutlined,
  'in-progress': PlayCircleOutlined,
  resolved: CheckCircleOutlined,
  closed: CheckCircleOutlined,
};

const statusTones: Record<TicketStatus, TagTone> = {
  todo: 'plain',
  'in-progress': 'teal',
  resolved: 'green',
  closed: 'plain',
};

/** The stage by its own name, its status by icon and tint. What is closed stands in no stage any more. */
export function StageTag({ label, status }: { label: string; status: TicketStatus }): ReactNode {
  const t = useTexts(texts);
  const Icon = statusIcons[status];
  const isClosed = status === 'closed';
  return (
    <Tag tone={statusTones[status]} title={isClosed ? label : t(`status.${status}`)}>
      <Icon aria-hidden /> {isClosed ? t('status.closed') : label}
    </Tag>
  );
}
