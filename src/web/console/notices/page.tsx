import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { MarkAllRead } from './mark-all-read.tsx';
import { NoticeList } from './notice-list.tsx';
import styles from './notices.module.css';
import { texts } from './texts.ts';

export function NoticesPage(): ReactNode {
  const t = useTexts(texts);
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<MarkAllRead />} />
      <Panel isFlush>
        <NoticeList />
      </Panel>
    </div>
  );
}
