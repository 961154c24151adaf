import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';

type Read = { upTo: number } | { ids: number[] };

/** Marks notices read; list and count follow. */
export function useReadNotices() {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (body: Read) => call('readNotices', { body }),
    onError: useSayProblem(),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.notices }),
        client.invalidateQueries({ queryKey: keys.me }),
      ]),
  });
  return {
    isPending,
    these: (ids: number[]) => ids.length > 0 && mutate({ ids: ids.slice(0, 200) }),
    upTo: (id: number) => mutate({ upTo: id }),
  };
}
