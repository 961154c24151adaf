import { CheckOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../api/client.ts';
import { keys, queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { texts } from './texts.ts';

/** Marks read what has been loaded; what arrives meanwhile stays unread. */
export function MarkAllRead(): ReactNode {
  const t = useTexts(texts);
  const { unreadNotices } = useMe();
  const client = useQueryClient();
  const newest = useInfiniteQuery(queries.notices()).data?.pages[0]?.items[0];
  const mark = useMutation({
    mutationFn: (upTo: number) => call('readNotices', { body: { upTo } }),
    onError: useSayProblem(),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.notices }),
        client.invalidateQueries({ queryKey: keys.me }),
      ]),
  });
  const nothing = unreadNotices === 0 || newest === undefined;
  return (
    <Tooltip title={nothing ? t('markReadDone') : null}>
      <Button
        type="text"
        size="small"
        icon={<CheckOutlined />}
        disabled={nothing}
        loading={mark.isPending}
        onClick={() => newest && mark.mutate(newest.id)}
      >
        {t('markRead')}
      </Button>
    </Tooltip>
  );
}
