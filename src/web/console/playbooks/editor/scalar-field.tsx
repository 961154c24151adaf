import { AutoComplete, InputNumber, Select, Switch } from 'antd';
import { type ReactNode, useId } from 'react';
import { useChoiceWords } from './choice-words.ts';
import styles from './editor.module.css';
import { useEditorParts } from './editor-context.tsx';
import type { PartProps } from './field-props.ts';
import type { NodeKind } from './schema-node.ts';
import { suggestionsFor } from './suggestions.ts';
import { TextInput } from './text-input.tsx';

type Kind = Exclude<NodeKind, 'names' | 'map' | 'record' | 'entries' | 'target'>;

/** One value or a short list of them. Emptied, an optional key is taken out of the document. */
export function ScalarField({ kind, ...props }: PartProps & { kind: Kind }): ReactNode {
  const id = useId();
  return (
    <div className={styles.labelled} data-kind={kind}>
      <label htmlFor={id} title={props.node.description}>
        {props.label}
      </label>
      <Control {...props} kind={kind} id={id} />
    </div>
  );
}

function Control({ kind, id, node, path, isRequired, value }: PartProps & { kind: Kind; id: string }): ReactNode {
  const { edit, isReadOnly, value: all } = useEditorParts();
  const words = useChoiceWords();
  const isEmpty = (next: unknown) => next === undefined || next === '' || (Array.isArray(next) && next.length === 0);
  const set = (next: unknown) => {
    if (isEmpty(next) && !isRequired) edit({ do: 'remove', path });
    else edit({ do: 'set', path, value: next ?? '' });
  };
  const disabled = isReadOnly || (path.length === 1 && path[0] === 'id');
  const option = (one: unknown) => ({ value: one as string, label: words(one) });
  const suggested = suggestionsFor(all, path);
  const list = Array.isArray(value) ? value : [];
  switch (kind) {
    case 'switch':
      return <Switch id={id} size="small" disabled={disabled} checked={value === true} onChange={set} />;
    case 'number':
      return (
        <InputNumber
          id={id}
          disabled={disabled}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => set(next ?? undefined)}
        />
      );
    case 'choice':
      return (
        <Select
          id={id}
          disabled={disabled}
          allowClear={!isRequired}
          showSearch={{ optionFilterProp: 'label' }}
          value={value as string | undefined}
          options={(node.enum ?? []).map(option)}
          onChange={set}
        />
      );
    case 'choices':
      return (
        <Select
          id={id}
          mode="multiple"
          disabled={disabled}
          value={list as string[]}
          options={(node.items?.enum ?? []).map(option)}
          onChange={set}
        />
      );
    case 'texts':
      return (
        <Select
          id={id}
          mode="tags"
          disabled={disabled}
          value={list.map(String)}
          options={suggested.map((one) => ({ value: one, label: one }))}
          onChange={(next: string[]) => set(next.map((one) => readAnswer(one, node.items?.type)))}
        />
      );
    case 'text':
      if (suggested.length === 0)
        return (
          <TextInput id={id} isDisabled={disabled} value={value} isLong={(node.maxLength ?? 0) >= 400} onChange={set} />
        );
      return (
        <AutoComplete
          id={id}
          disabled={disabled}
          allowClear={!isRequired}
          value={typeof value === 'string' ? value : ''}
          options={suggested.map((one) => ({ value: one, label: one }))}
          onChange={set}
        />
      );
  }
}

/** An answer to a tick is yes or no, not a word. */
function readAnswer(text: string, type: string | string[] | undefined): string | boolean {
  if (!Array.isArray(type) || !type.includes('boolean')) return text;
  return text === 'true' ? true : text === 'false' ? false : text;
}
