import { CheckOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts.ts';
import { useReadNotices } from './use-read-notices.ts';

/** Marks read what has been loaded; what arrives meanwhile stays unread. */
export function MarkAllRead(): ReactNode {
  const t = useTexts(texts);
  const { unreadNotices } = useMe();
  const read = useReadNotices();
  const newest = useInfiniteQuery(queries.notices()).data?.pages[0]?.items[0];
  const nothing = unreadNotices === 0 || newest === undefined;
  return (
    <Tooltip title={nothing ? t('markReadDone') : null}>
      <Button
        type="text"
        size="small"
        icon={<CheckOutlined />}
        disabled={nothing}
        loading={read.isPending}
        onClick={() => newest && read.upTo(newest.id)}
      >
        {t('markRead')}
      </Button>
    </Tooltip>
  );
}
