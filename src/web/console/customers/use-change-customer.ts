import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';

/** Corrects what is known of a customer; their record and every ticket that shows it are fetched again. */
export function useChangeCustomer(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => call('changeCustomer', { params: { id }, body }),
    onSuccess: (reply) => {
      client.setQueryData(keys.customer(id), reply);
      void client.invalidateQueries({ queryKey: ['customers'] });
      void client.invalidateQueries({ queryKey: ['tickets'] });
    },
  });
}
