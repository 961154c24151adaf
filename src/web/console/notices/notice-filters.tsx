import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { noticeTopics } from '../../../domain/ticket/notice-topics.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import styles from './notices.module.css';
import type { NoticesSearch } from './search.ts';
import { texts } from './texts.ts';

/** All or unread only, and of what kind. */
export function NoticeFilters(): ReactNode {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { unreadNotices } = useMe();
  const search = useSearch({ from: '/shell/notices' });
  const change = (more: NoticesSearch) => {
    const { show, topic } = { ...search, ...more };
    const next = { ...(show === 'unread' ? { show } : {}), ...(topic ? { topic } : {}) };
    void navigate({ ...paths.notices(next), replace: true });
  };
  return (
    <div className={styles.filters}>
      <Segmented<'all' | 'unread'>
        aria-label={t('show.label')}
        value={search.show ?? 'all'}
        onChange={(show) => change({ show })}
        options={[
          { value: 'all', label: t('show.all') },
          {
            value: 'unread',
            label: unreadNotices > 0 ? t('show.unreadCount', { count: unreadNotices }) : t('show.unread'),
          },
        ]}
      />
      <fieldset className={styles.topics}>
        <legend className="visually-hidden">{t('topic.label')}</legend>
        {[undefined, ...noticeTopics].map((topic) => (
          <button
            key={topic ?? 'all'}
            type="button"
            aria-pressed={search.topic === topic}
            onClick={() => change({ topic })}
          >
            {t(`topic.${topic ?? 'all'}`)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
