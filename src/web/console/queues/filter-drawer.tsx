import { FilterOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { filterCount, sortOf } from '../../../contract/queue-search.ts';
import { queueSorts } from '../../../contract/ticket.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import styles from './filters.module.css';
import { Filters } from './filters.tsx';
import type { QueueSearch } from './search.ts';
import { texts } from './texts.ts';

/** On phones the filters and the order stand in a drawer. */
export function FilterDrawer({
  search,
  change,
}: {
  search: QueueSearch;
  change: (change: Partial<QueueSearch>) => void;
}): ReactNode {
  const t = useTexts(texts);
  const [isOpen, setIsOpen] = useState(false);
  const count = filterCount(search);
  return (
    <div className={styles.drawerButton}>
      <Button icon={<FilterOutlined />} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {count > 0 ? t('filter.active', { count }) : t('filter.open')}
      </Button>
      <SidePanel
        title={t('filter.open')}
        placement="bottom"
        size="85%"
        open={isOpen}
        onClose={() => setIsOpen(false)}
        footer={
          <Button type="primary" block size="large" onClick={() => setIsOpen(false)}>
            {t('filter.done')}
          </Button>
        }
      >
        <div className={styles.stacked}>
          <label htmlFor="queue-sort" className={styles.label}>
            {t('sort.label')}
          </label>
          <Select
            id="queue-sort"
            className={styles.select}
            value={sortOf(search)}
            options={queueSorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
            onChange={(sort) => change({ sort })}
          />
          <Filters search={search} change={change} />
        </div>
      </SidePanel>
    </div>
  );
}
