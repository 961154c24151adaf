import {
  AlertOutlined,
  CommentOutlined,
  EyeInvisibleOutlined,
  FlagOutlined,
  MessageOutlined,
  RobotOutlined,
  ToolOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { TimelineEntry as Entry } from '../../../../contract/ticket.ts';
import { TimeText } from '../../../ui/time-text.tsx';
import type { EntryGroup } from './group-entries.ts';
import styles from './timeline.module.css';
import { TimelineEntry } from './timeline-entry.tsx';
import type { EntryView, Tone } from './told.ts';
import { useActorName } from './use-actor-name.ts';

export type ToldEntry = Entry & { view: EntryView };

const icons: Record<Tone, typeof ToolOutlined> = {
  'to-customer': MessageOutlined,
  'from-customer': CommentOutlined,
  note: EyeInvisibleOutlined,
  work: ToolOutlined,
  step: FlagOutlined,
  alarm: AlertOutlined,
};
/** The group shows the icon of its weightiest entry. */
const weight: readonly Tone[] = ['from-customer', 'to-customer', 'note', 'alarm', 'work', 'step'];

/** One moment: who, when, and all that it brought about. */
export function TimelineGroup({ group }: { group: EntryGroup<ToldEntry> }): ReactNode {
  const actorName = useActorName();
  const tones = group.entries.map(({ view }) => view.tone);
  const tone = weight.find((one) => tones.includes(one)) ?? 'step';
  const Icon = tone === 'step' && group.actor.kind === 'system' ? RobotOutlined : icons[tone];
  return (
    <li className={styles.group} data-tone={tone}>
      <span className={styles.mark} aria-hidden>
        <Icon />
      </span>
      <div className={styles.moment}>
        <p className={styles.by}>
          <strong>{actorName(group.actor)}</strong>
          <span className={styles.at}>
            <TimeText at={group.at} />
          </span>
        </p>
        {group.entries.map((entry) => (
          <TimelineEntry key={entry.seq} entry={entry} />
        ))}
      </div>
    </li>
  );
}
