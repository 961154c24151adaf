import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CoordinationCommandName } from '../../../../domain/coordination/commands.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { PromiseBadge } from '../../../ui/promise-badge.tsx';
import { Tag, type TagTone } from '../../../ui/tag.tsx';
import { isOpenClock } from '../clocks/clock-progress.ts';
import { useTicket } from '../ticket-context.tsx';
import styles from './coordination.module.css';
import type { Ask } from './dialog-form.ts';
import { coordinationTexts } from './texts.ts';

/** How an item stands: it waits, it goes on, it went well, it did not, it is over. */
export type Tone = 'waits' | 'goes' | 'good' | 'bad' | 'over';

const tagTones: Record<Tone, TagTone> = { waits: 'amber', goes: 'teal', good: 'green', bad: 'red', over: 'plain' };

type Fact = { label: string; value: ReactNode };
type Said = { label: string; text: string | readonly string[] };

type Props = {
  /** T1, L2, M1. */
  mark?: string;
  title: ReactNode;
  status?: { label: string; tone: Tone };
  /** Whose open clocks stand beside it. */
  subject?: string;
  facts?: readonly (Fact | null)[];
  said?: readonly (Said | null)[];
  children?: ReactNode;
  actions?: ReactNode;
};

/** One party, task, letter, meeting or round: what it is, how it stands, what was said, and what may be done with it. */
export function Item({ mark, title, status, subject, facts = [], said = [], children, actions }: Props): ReactNode {
  const shown = facts.filter((fact) => fact !== null);
  const words = said.filter((one) => one !== null && one.text.length > 0) as Said[];
  return (
    <li className={styles.item} data-tone={status?.tone ?? 'goes'}>
      <div className={styles.itemHead}>
        {mark ? <span className={styles.mark}>{mark}</span> : null}
        <span className={styles.itemTitle}>{title}</span>
        {status ? (
          <Tag isSmall tone={tagTones[status.tone]}>
            {status.label}
          </Tag>
        ) : null}
        {subject ? <Clocks subject={subject} /> : null}
      </div>
      {shown.length > 0 ? (
        <dl className={styles.facts}>
          {shown.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {words.length > 0 ? (
        <dl className={styles.said}>
          {words.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{typeof text === 'string' ? text : <Lines lines={text} />}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {children}
      {actions ? <div className={styles.itemActions}>{actions}</div> : null}
    </li>
  );
}

function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  return (
    <ol>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are plain text whose place is their only identity
        <li key={index}>{line}</li>
      ))}
    </ol>
  );
}

function Clocks({ subject }: { subject: string }): ReactNode {
  const { detail } = useTicket();
  return detail.clocks
    .filter((clock) => clock.subject === subject && isOpenClock(clock))
    .map((clock) => <PromiseBadge key={`${clock.clock}.${clock.cycle}`} promise={clock} hasName />);
}

type ItemCommand = Exclude<CoordinationCommandName, 'name-party'>;

/** The buttons of an item, the likeliest first; what takes something back comes last. */
export function ItemActions({
  may,
  item,
  onAsk,
}: {
  may: readonly CoordinationCommandName[];
  item: number | string;
  onAsk: (ask: Ask) => void;
}): ReactNode {
  const t = useTexts(coordinationTexts);
  const all = may.filter((name): name is ItemCommand => name !== 'name-party');
  const commands = all.toSorted((a, b) => Number(quiet.has(a)) - Number(quiet.has(b)));
  return commands.map((name) => (
    <Button
      key={name}
      size="small"
      type={quiet.has(name) ? 'text' : 'default'}
      onClick={() => onAsk({ do: name, item })}
    >
      {t(`do.${name as keyof typeof itemWords}`)}
    </Button>
  ));
}

const quiet: ReadonlySet<ItemCommand> = new Set([
  'drop-party',
  'decline-task',
  'cancel-task',
  'withdraw-letter',
  'cancel-meeting',
]);

/** Commands that an item's button names. */
const itemWords = {
  'drop-party': 1,
  'note-contact': 1,
  'accept-task': 1,
  'finish-task': 1,
  'decline-task': 1,
  'cancel-task': 1,
  'answer-letter': 1,
  'settle-letter': 1,
  'withdraw-letter': 1,
  'record-minutes': 1,
  'cancel-meeting': 1,
  'overrule-solution': 1,
} as const;
