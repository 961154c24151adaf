import { Button, Dropdown } from 'antd';
import { type ReactNode, useId } from 'react';
import type { CoordinationView } from '../../../../contract/coordination.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Explained } from '../../../ui/explained.tsx';
import { useWhyText } from '../actions/why-text.ts';
import styles from './coordination.module.css';
import type { Ask } from './dialog-form.ts';
import { coordinationTexts } from './texts.ts';

export type GroupName = 'parties' | 'tasks' | 'letters' | 'meetings' | 'rounds';
export type PartProps = { coordination: CoordinationView; onAsk: (ask: Ask) => void };

/** Items of one kind under their heading; what is over lies folded away when there is much of it. */
export function Group({
  name,
  begin,
  items,
}: {
  name: GroupName;
  begin: ReactNode;
  items: readonly { isOver: boolean; node: ReactNode }[];
}): ReactNode {
  const t = useTexts(coordinationTexts);
  const id = useId();
  const over = items.filter(({ isOver }) => isOver);
  const folded = over.length > mostOver ? over.slice(0, -1) : [];
  const shown = items.filter((item) => !folded.includes(item));
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.groupHead}>
        <h3 id={id}>{t(`group.${name}`)}</h3>
        {begin}
      </div>
      {items.length === 0 ? <p className={styles.none}>{t(`none.${name}`)}</p> : null}
      {shown.length > 0 ? <ul className={styles.items}>{shown.map(({ node }) => node)}</ul> : null}
      {folded.length > 0 ? (
        <details className={styles.older}>
          <summary>{t('older', { count: folded.length })}</summary>
          <ul className={styles.items}>{folded.map(({ node }) => node)}</ul>
        </details>
      ) : null}
    </section>
  );
}

const mostOver = 2;

type Beginning = 'note-contact' | 'assign-task' | 'send-letter' | 'call-meeting' | 'circulate-solution';

/** Begins something new; where the state of the ticket forbids it, the button says why. */
export function Begin({
  command,
  label,
  hold,
  coordination,
  onAsk,
}: PartProps & { command: Beginning; label?: string; hold?: string | null }): ReactNode {
  const t = useTexts(coordinationTexts);
  const why = useWhyText();
  const refused = coordination.mayNot.find((one) => one.do === command);
  const isAllowed = coordination.may.includes(command);
  if (!isAllowed && !refused) return null;
  const reason = refused ? why(refused.why) : (hold ?? null);
  return (
    <Explained reason={reason}>
      <Button size="small" disabled={reason !== null} onClick={() => onAsk({ do: command, item: null })}>
        {label ?? t(`begin.${command}`)}
      </Button>
    </Explained>
  );
}

/** A party is of one of three kinds, each asked for otherwise. */
export function BeginParty({ coordination, onAsk }: PartProps): ReactNode {
  const t = useTexts(coordinationTexts);
  const why = useWhyText();
  const refused = coordination.mayNot.find((one) => one.do === 'name-party');
  if (!refused && !coordination.may.includes('name-party')) return null;
  const hasCustomer = coordination.parties.some(({ kind }) => kind === 'customer');
  const kinds = (['department', 'external', 'customer'] as const).filter((kind) => kind !== 'customer' || !hasCustomer);
  return (
    <Explained reason={refused ? why(refused.why) : null}>
      <Dropdown
        trigger={['click']}
        disabled={refused !== undefined}
        menu={{
          items: kinds.map((kind) => ({ key: kind, label: t(`begin.name-party.${kind}`) })),
          onClick: ({ key }) => onAsk({ do: 'name-party', kind: key as (typeof kinds)[number] }),
        }}
      >
        <Button size="small" aria-haspopup="menu">
          {t('begin.name-party')}
        </Button>
      </Dropdown>
    </Explained>
  );
}
