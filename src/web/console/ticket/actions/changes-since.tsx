import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { TimelineEntry } from '../../../../contract/ticket.ts';
import { queries } from '../../../api/queries.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { TimeText } from '../../../ui/time-text.tsx';
import { useTicket } from '../ticket-context.tsx';
import { describeEntry } from '../timeline/describe-entry.ts';
import { timelineTexts } from '../timeline/texts.ts';
import { useActorName } from '../timeline/use-actor-name.ts';
import { useNamesOf } from '../use-names-of.ts';
import styles from './actions.module.css';
import { actionTexts } from './texts.ts';

const mostShown = 5;

/**
 * What others did to the ticket after the version that the writer began with; nothing when nobody did. In a conflict one's own
 * doings count too: an answer may have been lost after the server had done what was asked.
 */
export function ChangesSince({ version, isConflict }: { version: number; isConflict: boolean }): ReactNode {
  const t = useTexts(actionTexts);
  const say = useTexts(timelineTexts);
  const { detail, playbook, me } = useTicket();
  const names = useNamesOf(playbook);
  const actorName = useActorName();
  const pages = useInfiniteQuery(queries.timeline(detail.id)).data?.pages ?? [];
  const isMine = ({ actor }: TimelineEntry) => !isConflict && actor.kind === 'staff' && actor.id === me.id;
  const entries = pages.flatMap((page) => page.items).filter((entry) => entry.seq > version && !isMine(entry));
  if (entries.length === 0 && !isConflict) return null;
  return (
    <Alert
      type={isConflict ? 'warning' : 'info'}
      showIcon
      className={styles.changes ?? ''}
      title={t(isConflict ? 'conflict.title' : 'changed.title')}
      description={
        <>
          <ul className={styles.changeList}>
            {entries.slice(-mostShown).map((entry) => {
              const { title } = describeEntry(entry, names, detail.customer.isErased);
              return (
                <li key={entry.seq}>
                  <strong>{actorName(entry.actor)}</strong> {say(title.key, title.values)}{' '}
                  <span className={styles.quiet}>
                    <TimeText at={entry.at} />
                  </span>
                </li>
              );
            })}
          </ul>
          {entries.length > mostShown ? <p>{t('change.more', { count: entries.length - mostShown })}</p> : null}
          <p className={styles.changeHint}>{t(isConflict ? 'conflict.hint' : 'changed.hint')}</p>
        </>
      }
    />
  );
}
