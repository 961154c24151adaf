import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { IncidentRow } from '../../../contract/incident.ts';
import type { TicketRow } from '../../../contract/ticket.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { texts } from './texts.ts';

/** One ticket into an incident and out again, on the version that the page shows. */

type Shown = Pick<TicketRow, 'id' | 'version'>;

export function useLink({ id, version }: Shown) {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const refresh = useRefresh(id);
  return useMutation({
    mutationFn: (incident: Pick<IncidentRow, 'id' | 'number'>) =>
      call('act', { params: { id, action: 'link-incident' }, body: { version, incident: incident.id } }),
    onSuccess: (_, { number }) => {
      void message.success(t('banner.linked', { number }));
      return refresh();
    },
    onError: useSayProblem(),
  });
}

export function useUnlink({ id, version }: Shown) {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const refresh = useRefresh(id);
  return useMutation({
    mutationFn: (note: string) => call('act', { params: { id, action: 'unlink-incident' }, body: { version, note } }),
    onSuccess: () => {
      void message.success(t('tickets.unlinked'));
      return refresh();
    },
    onError: useSayProblem(),
  });
}

function useRefresh(ticketId: number) {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: keys.ticket(ticketId) }),
      client.invalidateQueries({ queryKey: keys.incidents }),
      client.invalidateQueries({ queryKey: keys.lists }),
    ]);
  };
}
