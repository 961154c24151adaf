import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { QueueView, SavedSearch } from '../../../contract/queue-search.ts';
import { call } from '../../api/client.ts';
import { keys, queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { texts } from './texts.ts';

export type ViewValues = { name: string; isShared: boolean };

/** Saved views with their counts, and what can be done with them. */
export function useSavedViews() {
  const t = useTexts(texts);
  const client = useQueryClient();
  const { message } = App.useApp();
  const list = useQuery(queries.queueViews()).data;
  const refetch = () => client.invalidateQueries({ queryKey: keys.queueViews });
  const settled = {
    onError: useSayProblem(),
    onSettled: refetch,
  };
  const create = useMutation({
    mutationFn: (body: ViewValues & { search: SavedSearch }) => call('createQueueView', { body }),
    onSuccess: () => void message.success(t('views.saved')),
    ...settled,
  });
  const change = useMutation({
    mutationFn: ({ id, ...body }: { id: number } & Partial<ViewValues> & { search?: SavedSearch }) =>
      call('changeQueueView', { params: { id }, body }),
    onSuccess: () => void message.success(t('views.saved')),
    ...settled,
  });
  const remove = useMutation({
    mutationFn: (view: QueueView) => call('deleteQueueView', { params: { id: view.id } }),
    onSuccess: () => void message.success(t('views.deleted')),
    ...settled,
  });
  return { items: list?.items ?? [], mayShare: list?.mayShare ?? false, create, change, remove };
}
