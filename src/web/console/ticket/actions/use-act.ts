import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { CommandName } from '../../../../domain/ticket/commands.ts';
import { call } from '../../../api/client.ts';
import { keys } from '../../../api/queries.ts';
import { useIdempotencyKey } from '../../form/use-idempotency-key.ts';

type Request = { action: CommandName; body: Record<string, unknown> };

/**
 * Does something with the ticket on the version that the page shows. The reply is the ticket as it is now; a retry after a
 * lost answer carries the same key, so that nothing happens twice. A conflict fetches what changed.
 */
export function useAct(detail: Pick<TicketDetail, 'id' | 'version'>) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const version = useRef(detail.version);
  version.current = Math.max(version.current, detail.version);

  return useMutation({
    mutationFn: ({ action, body }: Request) => {
      const whole = { ...body, version: version.current };
      const params = { id: detail.id, action };
      return call('act', { params, body: whole, idempotencyKey: keyFor({ action, ...whole }) });
    },
    onSuccess: (reply) => {
      version.current = reply.version;
      client.setQueryData(keys.ticket(detail.id), reply);
      void client.invalidateQueries({ queryKey: keys.timeline(detail.id) });
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.customer(reply.customer.id) });
    },
    onError: () => client.invalidateQueries({ queryKey: keys.ticket(detail.id) }),
  });
}
