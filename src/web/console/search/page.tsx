import { SearchOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import { useTicketKeys } from '../app/use-ticket-keys.ts';
import { Results } from './results.tsx';
import styles from './search.module.css';
import { texts } from './texts.ts';

export function SearchPage(): ReactNode {
  const t = useTexts(texts);
  const { q } = useSearch({ from: '/shell/search' });
  const navigate = useNavigate();
  const [words, setWords] = useState(q);
  useEffect(() => setWords(q), [q]);
  useTicketKeys();
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} />
      <Input.Search
        className={styles.input}
        size="large"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onSearch={(value) => void navigate(paths.search(value.trim()))}
        enterButton={t('submit')}
        placeholder={t('placeholder')}
        aria-label={t('label')}
        maxLength={100}
        allowClear
        autoFocus={q === ''}
      />
      {q === '' ? (
        <Panel isFlush>
          <EmptyState icon={<SearchOutlined />} title={t('start.title')} hint={t('start.hint')} />
        </Panel>
      ) : (
        <Results q={q} />
      )}
    </div>
  );
}
