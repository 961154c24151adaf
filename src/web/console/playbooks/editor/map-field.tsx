import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useContext } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import styles from './editor.module.css';
import type { Path } from './editor-context.tsx';
import { useEditorParts } from './editor-context.tsx';
import { FieldContext, type PartProps } from './field-props.ts';
import { blankOf, type SchemaNode } from './schema-node.ts';
import { editorTexts } from './texts.ts';

/** A part with keys of its own; an optional one can be added and taken away as a whole. */
export function MapField({ node, path, label, value, isRequired }: PartProps): ReactNode {
  const t = useTexts(editorTexts);
  const { edit, isReadOnly } = useEditorParts();
  if (value === undefined && !isRequired) {
    return (
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={isReadOnly}
        onClick={() => edit({ do: 'set', path, value: blankOf(node, new Set()) })}
      >
        {t('addTo', { what: label })}
      </Button>
    );
  }
  return (
    <fieldset className={styles.map}>
      <legend title={node.description}>{label}</legend>
      <MapFields node={node} path={path} />
      {isRequired ? null : (
        <Button
          size="small"
          type="text"
          disabled={isReadOnly}
          aria-label={t('removeOf', { what: label })}
          onClick={() => edit({ do: 'remove', path })}
        >
          {t('remove')}
        </Button>
      )}
    </fieldset>
  );
}

export function MapFields({ node, path }: { node: SchemaNode; path: Path }): ReactNode {
  const Field = useContext(FieldContext);
  return Object.entries(node.properties ?? {}).map(([key, inner]) => (
    <Field key={key} node={inner} path={[...path, key]} isRequired={node.required?.includes(key) ?? false} />
  ));
}
