import { Button, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { type FilterName, filterCount, filterNames, viewOf } from '../../../contract/queue-search.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useFilterOptions, useStageOptions } from './filter-options.ts';
import styles from './filters.module.css';
import type { QueueSearch } from './search.ts';
import { texts } from './texts.ts';

type Change = (change: Partial<QueueSearch>) => void;
type Props = { search: QueueSearch; change: Change };

/** All filters as they stand in the address. */
export function Filters({ search, change }: Props): ReactNode {
  const t = useTexts(texts);
  const options = useFilterOptions(search);
  const names = filterNames
    .filter((name): name is keyof typeof options => name !== 'stage')
    // Those two views say themselves whose tickets they show.
    .filter((name) => name !== 'owner' || !['mine', 'unassigned'].includes(viewOf(search)));
  return (
    <fieldset className={styles.filters}>
      <legend className="visually-hidden">{t('filter.label')}</legend>
      <StageFilter search={search} change={change} />
      {names.map((name) => (
        <Labelled key={name} name={name}>
          {(id) => (
            <Select
              id={id}
              className={styles.select}
              mode="multiple"
              maxTagCount={1}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t(`filter.${name}`)}
              options={options[name]}
              value={search[name]?.split(',') ?? []}
              onChange={(values: string[]) => change({ [name]: values.length > 0 ? values.join(',') : undefined })}
              popupMatchSelectWidth={200}
            />
          )}
        </Labelled>
      ))}
      {filterCount(search) > 0 ? (
        <Button type="link" onClick={() => change(Object.fromEntries(filterNames.map((name) => [name, undefined])))}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function StageFilter({ search, change }: Props): ReactNode {
  const t = useTexts(texts);
  const options = useStageOptions();
  const value = search.playbook && search.stage ? `${search.playbook}/${search.stage}` : undefined;
  return (
    <Labelled name="stage">
      {(id) => (
        <Select
          id={id}
          className={styles.select}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('filter.stage')}
          options={options}
          value={value}
          onChange={(chosen: string | undefined) => {
            const [playbook, stage] = chosen?.split('/') ?? [];
            change(stage ? { playbook, stage } : { playbook: undefined, stage: undefined });
          }}
          popupMatchSelectWidth={260}
        />
      )}
    </Labelled>
  );
}

function Labelled({ name, children }: { name: FilterName; children: (id: string) => ReactNode }): ReactNode {
  const t = useTexts(texts);
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {t(`filter.${name}`)}
      </label>
      {children(id)}
    </div>
  );
}
