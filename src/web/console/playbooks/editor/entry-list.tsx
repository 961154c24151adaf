import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  ExclamationCircleFilled,
  PlusOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { useChoiceWords } from './choice-words.ts';
import styles from './editor.module.css';
import { type Path, problemsAt, useEditorParts, valueAt } from './editor-context.tsx';
import type { PartProps } from './field-props.ts';
import { MapFields } from './map-field.tsx';
import { blankOf, type SchemaNode } from './schema-node.ts';
import { idsOf } from './suggestions.ts';
import { editorTexts } from './texts.ts';

/** A list of parts, each folded to its name; open, all its keys can be filled in. */
export function EntryList({ node, path, label, value }: PartProps): ReactNode {
  const t = useTexts(editorTexts);
  const { edit, isReadOnly } = useEditorParts();
  const entries: unknown[] = Array.isArray(value) ? value : [];
  const items = node.items ?? {};
  return (
    <fieldset className={styles.list}>
      <legend title={node.description}>{label}</legend>
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the entry's place in the document; ids change while they are typed
        <Entry key={index} node={items} path={[...path, index]} value={entry} count={entries.length} />
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={isReadOnly}
        onClick={() => edit({ do: 'add', path, value: blankOf(items, new Set(idsOf(value))) })}
      >
        {t('addTo', { what: label })}
      </Button>
    </fieldset>
  );
}

type EntryProps = { node: SchemaNode; path: Path; value: unknown; count: number };

function Entry({ node, path, value, count }: EntryProps): ReactNode {
  const t = useTexts(editorTexts);
  const { edit, isReadOnly, problems } = useEditorParts();
  const [isOpen, setIsOpen] = useState(false);
  const title = useTitle(value);
  const wrong = problemsAt(problems, path).length;
  const index = Number(path.at(-1));
  return (
    <details className={styles.entry} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <span className={styles.entryTitle}>{title}</span>
        {wrong > 0 ? (
          <span className={styles.wrong} title={t('section.count', { count: wrong })}>
            <ExclamationCircleFilled aria-hidden /> {wrong}
          </span>
        ) : null}
      </summary>
      {isOpen ? (
        <div className={styles.entryBody}>
          <MapFields node={node} path={path} />
          <div className={styles.entryActions}>
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={isReadOnly || index === 0}
              aria-label={t('upOf', { what: title })}
              onClick={() => edit({ do: 'move', path, by: -1 })}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined />}
              disabled={isReadOnly || index === count - 1}
              aria-label={t('downOf', { what: title })}
              onClick={() => edit({ do: 'move', path, by: 1 })}
            />
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined />}
              disabled={isReadOnly}
              aria-label={t('removeOf', { what: title })}
              onClick={() => edit({ do: 'remove', path })}
            >
              {t('remove')}
            </Button>
          </div>
        </div>
      ) : null}
    </details>
  );
}

/** Its name and id; of a part without a name the words that tell it apart. */
function useTitle(value: unknown): string {
  const t = useTexts(editorTexts);
  const names = useNames();
  const words = useChoiceWords();
  const { zh, en } = (valueAt(value, ['name']) ?? {}) as { zh?: unknown; en?: unknown };
  const id = valueAt(value, ['id']);
  const name = names({ zh: String(zh ?? ''), en: String(en ?? '') });
  if (typeof id === 'string') return name === '' ? id : `${name} · ${id}`;
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return Object.values(value)
    .flatMap((one) =>
      Array.isArray(one) ? [one.filter(isWord).map(words).join(t('separator'))] : isWord(one) ? [words(one)] : [],
    )
    .join(' · ');
}

const isWord = (one: unknown) => typeof one === 'string' || typeof one === 'number';
