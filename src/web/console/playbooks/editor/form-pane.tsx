import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import styles from './editor.module.css';
import { problemsAt, useEditorParts } from './editor-context.tsx';
import { FieldContext } from './field-props.ts';
import { SchemaField } from './schema-field.tsx';
import { playbookNode } from './schema-node.ts';
import { editorTexts } from './texts.ts';

/** Which keys stand together; whatever the schema has besides comes under "more". */
const sections = {
  basics: ['id', 'name', 'summary', 'number', 'channels', 'customerTypes', 'departments'],
  categories: ['categories'],
  priorities: ['priorities', 'initialPriority'],
  forms: ['forms'],
  stages: ['stages'],
  clocks: ['clocks', 'extension'],
  ratings: ['ratings', 'ratingDimensions'],
  tables: ['tables'],
} as const;
type Section = keyof typeof sections | 'more';

const placed: ReadonlySet<string> = new Set([...Object.values(sections).flat(), '$schema', 'version']);
const others = Object.keys(playbookNode.properties ?? {}).filter((key) => !placed.has(key));
const keysOf = (section: Section): readonly string[] => (section === 'more' ? others : sections[section]);
const names = [...Object.keys(sections), 'more'] as Section[];

export function FormPane(): ReactNode {
  const t = useTexts(editorTexts);
  const { value, problems } = useEditorParts();
  const [section, setSection] = useState<Section>('basics');
  if (typeof value !== 'object' || value === null) return <EmptyState title={t('form.broken')} />;
  const wrong = (one: Section) => keysOf(one).reduce((sum, key) => sum + problemsAt(problems, [key]).length, 0);
  const options = names.map((one) => {
    const count = wrong(one);
    const label = count === 0 ? t(`section.${one}`) : `${t(`section.${one}`)} ● ${count}`;
    return { value: one, label, title: count === 0 ? '' : t('section.count', { count }) };
  });
  return (
    <div className={styles.formPane}>
      <div className={styles.sections}>
        <Segmented
          size="small"
          aria-label={t('section.label')}
          value={section}
          options={options}
          onChange={setSection}
        />
      </div>
      <FieldContext value={SchemaField}>
        <div key={section} className={styles.sectionBody}>
          {keysOf(section).map((key) => {
            const node = playbookNode.properties?.[key];
            if (!node) return null;
            return (
              <SchemaField
                key={key}
                node={node}
                path={[key]}
                isRequired={playbookNode.required?.includes(key) ?? false}
              />
            );
          })}
        </div>
      </FieldContext>
    </div>
  );
}
