import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { queries } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { caseQueries } from './case-queries.ts';
import styles from './cases.module.css';
import type { CasesSearch } from './search.ts';
import { texts } from './texts.ts';

type Props = { search: CasesSearch; change: (part: Partial<CasesSearch>) => void };
type Option = { value: string; label: string };

export const hasFilters = ({ playbook, category, tag }: CasesSearch) =>
  playbook !== undefined || category !== undefined || tag !== undefined;

/** By playbook, category and tag, as they stand in the address. */
export function CaseFilters({ search, change }: Props): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const briefs = useQuery(queries.playbooks()).data?.items ?? [];
  const playbooks = usePlaybooks();
  const tags = useQuery(caseQueries.counts()).data?.tags ?? [];
  const options: Record<'playbook' | 'category' | 'tag', Option[]> = {
    playbook: briefs.map((one) => ({ value: one.id, label: name(one.name) })),
    category: categoriesOf([...playbooks.values()].filter(({ id }) => !search.playbook || id === search.playbook)),
    tag: tags.map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` })),
  };
  function categoriesOf(all: readonly { categories: readonly { id: string; name: { zh: string; en: string } }[] }[]) {
    const byId = new Map(all.flatMap(({ categories }) => categories.map((one) => [one.id, name(one.name)] as const)));
    return [...byId].map(([value, label]) => ({ value, label }));
  }
  return (
    <div className={styles.filters}>
      {(['playbook', 'category', 'tag'] as const).map((field) => (
        <Filter
          key={field}
          label={t(`filter.${field}`)}
          options={options[field]}
          value={search[field]}
          onChange={(value) => change({ [field]: value, ...(field === 'playbook' ? { category: undefined } : {}) })}
        />
      ))}
      {hasFilters(search) ? (
        <Button type="link" onClick={() => change({ playbook: undefined, category: undefined, tag: undefined })}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  );
}

type FilterProps = {
  label: string;
  options: Option[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
};

function Filter({ label, options, value, onChange }: FilterProps): ReactNode {
  const id = useId();
  return (
    <span className={styles.filter}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <Select
        id={id}
        className={styles.select ?? ''}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={label}
        options={options}
        value={value}
        onChange={(next: string | undefined) => onChange(next)}
        popupMatchSelectWidth={220}
      />
    </span>
  );
}
