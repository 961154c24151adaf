import { Checkbox, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { useTicketKeys } from '../app/use-ticket-keys.ts';
import { DepartmentTabs } from './department-tabs.tsx';
import { ExportButton } from './export-button.tsx';
import { texts } from './texts.ts';
import styles from './tracking.module.css';
import { TrackingResults } from './tracking-results.tsx';
import { useTrackingSearch } from './use-tracking.ts';

export function TrackingPage(): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const [search, change] = useTrackingSearch();
  const playbooks = [...usePlaybooks().values()];
  useTicketKeys();
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<ExportButton search={search} />} />
      <DepartmentTabs search={search} />
      <div className={styles.bar}>
        <Segmented<'table' | 'board'>
          aria-label={t('view.label')}
          value={search.view ?? 'table'}
          onChange={(view) => change({ view: view === 'board' ? view : undefined })}
          options={[
            { value: 'table', label: t('view.table') },
            { value: 'board', label: t('view.board') },
          ]}
        />
        {playbooks.length > 1 ? (
          <Select
            aria-label={t('playbook.label')}
            className={styles.pick ?? ''}
            value={search.playbook ?? ''}
            onChange={(value) => change({ playbook: value === '' ? undefined : value })}
            options={[
              { value: '', label: t('playbook.all') },
              ...playbooks.map((one) => ({ value: one.id, label: name(one.name) })),
            ]}
          />
        ) : null}
        <Checkbox
          checked={search.closed === 'shown'}
          onChange={({ target }) => change({ closed: target.checked ? 'shown' : undefined })}
        >
          {t('closed')}
        </Checkbox>
      </div>
      <TrackingResults search={search} />
    </>
  );
}
