import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { TicketRow } from '../../../contract/ticket.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import styles from './incidents.module.css';
import { ImpactTag, PhaseTag, usePublicText } from './marks.tsx';
import { incidentQueries } from './queries.ts';
import { texts } from './texts.ts';
import { useLink } from './use-link.ts';

/** Links a ticket to an incident that its words do not speak of. */
export function ChooseIncidentDialog({
  ticket,
  onClose,
}: {
  ticket: Pick<TicketRow, 'id' | 'version'>;
  onClose: () => void;
}): ReactNode {
  const t = useTexts(texts);
  const say = usePublicText();
  const list = useInfiniteQuery(incidentQueries.list('open'));
  const link = useLink(ticket);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Dialog open title={t('banner.choose')} onCancel={onClose} footer={null}>
      {list.isPending ? <Loading rows={3} /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 ? <EmptyState title={t('banner.noOpen')} /> : null}
      <ul className={styles.choices}>
        {items.map((incident) => (
          <li key={incident.id}>
            <button
              type="button"
              className={styles.choice}
              disabled={link.isPending}
              onClick={() => link.mutate(incident, { onSuccess: onClose })}
            >
              <span className={styles.itemHead}>
                <span className={styles.number}>{incident.number}</span>
                <PhaseTag phase={incident.phase} />
                <ImpactTag impact={incident.impact} />
              </span>
              <span>{say(incident.title)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
