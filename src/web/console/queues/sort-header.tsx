import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { QueueSort } from '../../../contract/queue-search.ts';
import styles from './queue-table.module.css';

type Props = {
  name: string;
  sort: QueueSort;
  /** The order that the first press gives; a second press gives the other, where there is one. */
  first: QueueSort;
  second?: QueueSort;
  onSort: (sort: QueueSort) => void;
};

export function SortHeader({ name, sort, first, second, onSort }: Props): ReactNode {
  const isActive = sort === first || sort === second;
  const isDescending = sort.startsWith('-');
  const next = sort === first && second ? second : first;
  return (
    <th scope="col" aria-sort={isActive ? (isDescending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={styles.sort} onClick={() => onSort(next)}>
        {name}
        <span className={isActive ? styles.sortOn : styles.sortOff} aria-hidden>
          {isDescending || !isActive ? <CaretDownOutlined /> : <CaretUpOutlined />}
        </span>
      </button>
    </th>
  );
}
