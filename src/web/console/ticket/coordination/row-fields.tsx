import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useId, useRef } from 'react';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { FormFields } from '../../form/form-fields.tsx';
import type { FormPlaybook } from '../../form/options.ts';
import type { PlaybookFormState } from '../../form/use-playbook-form.ts';
import styles from './coordination.module.css';
import { dialogTexts } from './dialog-texts.ts';
import { cellId, mostRows, type RowGroup, rowFields } from './rows.ts';

type Props = {
  group: RowGroup;
  count: number;
  onCount: (count: number) => void;
  playbook: FormPlaybook;
  state: PlaybookFormState;
  prefix: string;
  isDisabled: boolean;
};

/** A group of rows: each a small form of its own, with a button that takes it away and one that adds another. */
export function RowFields({ group, count, onCount, playbook, state, prefix, isDisabled }: Props): ReactNode {
  const t = useTexts(dialogTexts);
  const name = useNames();
  const id = useId();
  const place = useRef<HTMLFieldSetElement>(null);

  /** A new row is for writing in; where one was taken away the next stands. */
  const focus = (row: number) =>
    requestAnimationFrame(() => {
      const rows = place.current?.querySelectorAll(':scope > fieldset');
      const target = rows?.[row] ?? rows?.[rows.length - 1];
      target?.querySelector<HTMLElement>('input, textarea')?.focus();
    });

  /** What stands below moves up. */
  const remove = (row: number) => {
    for (let at = row; at < count; at++) {
      for (const column of group.columns) {
        const below = state.values[cellId(group.id, at + 1, column.id)];
        state.set(cellId(group.id, at, column.id), at + 1 < count ? (below ?? '') : '');
      }
    }
    onCount(count - 1);
    focus(row);
  };

  return (
    <fieldset ref={place} className={styles.rows} aria-labelledby={id}>
      <p id={id} className={styles.rowsName}>
        {name(group.name)}
      </p>
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row's place is its identity: its cells are fields called by it
        <fieldset key={row} className={styles.row} aria-label={t('row.of', { n: row + 1 })}>
          <span className={styles.rowNumber} aria-hidden>
            {row + 1}
          </span>
          <FormFields
            playbook={playbook}
            state={state}
            prefix={prefix}
            isDisabled={isDisabled}
            fields={rowFields(group, row)}
            always={group.columns.map(({ id: column }) => cellId(group.id, row, column))}
          />
          {count > group.least ? (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('row.remove', { n: row + 1 })}
              disabled={isDisabled}
              onClick={() => remove(row)}
            />
          ) : null}
        </fieldset>
      ))}
      <Button
        type="dashed"
        size="small"
        icon={<PlusOutlined aria-hidden />}
        disabled={isDisabled || count >= mostRows}
        onClick={() => {
          onCount(count + 1);
          focus(count);
        }}
      >
        {t(group.add)}
      </Button>
    </fieldset>
  );
}
