import {
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
import styles from './tags.module.css';
import { texts } from './texts.ts';

type PriorityProps = {
  label: string;
  /** Place in the playbook's list, 0 the most urgent. */
  rank: number;
  isGreenLane?: boolean;
};

/** Urgency by icon, word and colour together. */
export function PriorityTag({ label, rank, isGreenLane = false }: PriorityProps): ReactNode {
  const Icon = isGreenLane || rank === 0 ? ThunderboltFilled : rank === 1 ? ArrowUpOutlined : MinusOutlined;
  const tone = isGreenLane || rank === 0 ? styles.urgent : rank === 1 ? styles.raised : styles.plain;
  return (
    <span className={`${styles.tag} ${tone}`}>
      <Icon aria-hidden /> {label}
    </span>
  );
}

/** The green lane's own mark. */
export function GreenLaneTag(): ReactNode {
  const t = useTexts(texts);
  return (
    <span className={`${styles.tag} ${styles.lane}`}>
      <DoubleRightOutlined aria-hidden /> {t('greenLane')}
    </span>
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

/** The stage by its own name, its status by icon and tint. */
export function StageTag({ label, status }: { label: string; status: TicketStatus }): ReactNode {
  const t = useTexts(texts);
  const Icon = statusIcons[status];
  return (
    <span className={`${styles.tag} ${styles[status]}`} title={t(`status.${status}`)}>
      <Icon aria-hidden /> {label}
    </span>
  );
}

export function StatusTag({ status }: { status: TicketStatus }): ReactNode {
  const t = useTexts(texts);
  return <StageTag label={t(`status.${status}`)} status={status} />;
}
