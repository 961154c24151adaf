import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import styles from './editor.module.css';
import { useEditorParts } from './editor-context.tsx';
import type { PartProps } from './field-props.ts';
import { TextInput } from './text-input.tsx';
import { editorTexts } from './texts.ts';

/** Keys that the writer chooses, each with a word or yes and no. */
export function RecordField({ path, label, value }: PartProps): ReactNode {
  const t = useTexts(editorTexts);
  const { edit, isReadOnly } = useEditorParts();
  const [key, setKey] = useState('');
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const read = (text: string) => (text === 'true' ? true : text === 'false' ? false : text);
  return (
    <fieldset className={styles.map}>
      <legend>{label}</legend>
      {entries.map(([name, said]) => (
        <div key={name} className={styles.pair}>
          <code>{name}</code>
          <TextInput
            label={`${label} · ${name}`}
            isDisabled={isReadOnly}
            value={String(said)}
            onChange={(text) => edit({ do: 'set', path: [...path, name], value: read(text) })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            disabled={isReadOnly}
            aria-label={t('removeOf', { what: name })}
            onClick={() => edit({ do: 'remove', path: [...path, name] })}
          />
        </div>
      ))}
      <div className={styles.pair}>
        <Input
          size="small"
          aria-label={`${label} · ${t('add')}`}
          disabled={isReadOnly}
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
        <Button
          size="small"
          icon={<PlusOutlined />}
          disabled={isReadOnly || key === '' || entries.some(([name]) => name === key)}
          onClick={() => {
            edit({ do: 'set', path: [...path, key], value: '' });
            setKey('');
          }}
        >
          {t('add')}
        </Button>
      </div>
    </fieldset>
  );
}
