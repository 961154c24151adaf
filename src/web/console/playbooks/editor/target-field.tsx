import { Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { promisedTimes } from '../../../../domain/playbook/schema-clock.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { flowTexts } from '../flow/texts.ts';
import styles from './editor.module.css';
import { useEditorParts, valueAt } from './editor-context.tsx';
import type { PartProps } from './field-props.ts';
import { idsOf } from './suggestions.ts';
import { TextInput } from './text-input.tsx';
import { editorTexts } from './texts.ts';
import { nameIn } from './use-place-words.ts';

type Mode = 'all' | 'each' | 'from';

/** What a clock promises: one time for all, one for each priority, or a time that the ticket itself was given. */
export function TargetField({ path, label, value }: PartProps): ReactNode {
  const t = useTexts(editorTexts);
  const flow = useTexts(flowTexts);
  const id = useId();
  const { edit, isReadOnly, value: all } = useEditorParts();
  const own = valueAt(all, [...path.slice(0, -1), 'priorities']);
  const priorities = Array.isArray(own) ? own.map(String) : idsOf(valueAt(all, ['priorities']));
  const names = useNames();
  const from = valueAt(value, ['from']);
  const mode: Mode = typeof value !== 'object' || value === null ? 'all' : from === undefined ? 'each' : 'from';
  const first = typeof value === 'string' ? value : String(Object.values(value ?? {})[0] ?? '1h');
  const blanks: Record<Mode, unknown> = {
    all: mode === 'each' ? first : '1h',
    each: Object.fromEntries(priorities.map((priority) => [priority, mode === 'all' ? first : '1h'])),
    from: { from: 'deadline' },
  };
  const modes = (['all', 'each', 'from'] as const).map((one) => ({ value: one, label: t(`target.${one}`) }));
  return (
    <fieldset className={styles.map}>
      <legend>{label}</legend>
      <Select
        aria-label={t('target.mode')}
        disabled={isReadOnly}
        value={mode}
        options={modes}
        onChange={(next: Mode) => edit({ do: 'set', path, value: blanks[next] })}
      />
      {mode === 'all' ? (
        <TextInput
          label={label}
          placeholder={t('target.hint')}
          isDisabled={isReadOnly}
          value={value}
          onChange={(text) => edit({ do: 'set', path, value: text })}
        />
      ) : null}
      {mode === 'each'
        ? priorities.map((priority) => (
            <div key={priority} className={styles.pair}>
              <label htmlFor={`${id}${priority}`}>
                {names(nameIn(valueAt(all, ['priorities']), priority)) || priority}
              </label>
              <TextInput
                id={`${id}${priority}`}
                placeholder={t('target.hint')}
                isDisabled={isReadOnly}
                value={valueAt(value, [priority])}
                onChange={(text) => edit({ do: 'set', path: [...path, priority], value: text })}
              />
            </div>
          ))
        : null}
      {mode === 'from' ? (
        <Select
          aria-label={t('target.from')}
          disabled={isReadOnly}
          value={from as string}
          options={promisedTimes.map((one) => ({ value: one, label: flow(`from.${one}`) }))}
          onChange={(next) => edit({ do: 'set', path: [...path, 'from'], value: next })}
        />
      ) : null}
    </fieldset>
  );
}
