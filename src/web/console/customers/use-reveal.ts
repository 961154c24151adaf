import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { ReplyOf } from '../../../contract/endpoints.ts';
import { call } from '../../api/client.ts';

export const shownMinutes = 5;
type Revealed = ReplyOf<'revealCustomer'>;

/** Personal fields in full for a few minutes, after a reason was given; kept nowhere but on this page. */
export function useReveal(customerId: number) {
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const hide = useCallback(() => setRevealed(null), []);
  const ask = useMutation({
    mutationFn: (reason: string) => call('revealCustomer', { params: { id: customerId }, body: { reason } }),
    onSuccess: setRevealed,
    gcTime: 0,
  });
  useEffect(() => {
    if (revealed === null) return;
    const timer = setTimeout(hide, shownMinutes * 60_000);
    return () => clearTimeout(timer);
  }, [revealed, hide]);
  return { revealed: revealed?.id === customerId ? revealed : null, hide, ask };
}
