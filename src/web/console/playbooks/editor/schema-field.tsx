import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import styles from './editor.module.css';
import { problemsAt, useEditorParts, valueAt } from './editor-context.tsx';
import { EntryList } from './entry-list.tsx';
import { fieldLabel } from './field-label.ts';
import type { FieldProps, PartProps } from './field-props.ts';
import { keyTexts } from './key-texts.ts';
import { MapField } from './map-field.tsx';
import { NamesField } from './names-field.tsx';
import { RecordField } from './record-field.tsx';
import { ScalarField } from './scalar-field.tsx';
import { kindOf } from './schema-node.ts';
import { TargetField } from './target-field.tsx';
import { useProblemText } from './use-problem-text.ts';

/** One key of the document, drawn as its schema says, with what is wrong with it underneath. */
export function SchemaField({ node, path, isRequired }: FieldProps): ReactNode {
  const label = fieldLabel(path.at(-1) ?? '', useTexts(keyTexts));
  const { value, problems } = useEditorParts();
  const say = useProblemText();
  const kind = kindOf(node);
  const isDeep = kind === 'entries' || kind === 'map';
  const own = problemsAt(problems, path).filter((one) => !isDeep || one.path.length === path.length);
  const props = { node, path, isRequired, label, value: valueAt(value, path) };
  return (
    <div className={styles.field} data-invalid={own.length > 0}>
      {draw(kind, props)}
      {own.map((problem) => (
        <p key={`${problem.path.join('.')} ${problem.message}`} className={styles.fieldProblem}>
          {say(problem).message}
        </p>
      ))}
    </div>
  );
}

function draw(kind: ReturnType<typeof kindOf>, props: PartProps): ReactNode {
  switch (kind) {
    case 'names':
      return <NamesField {...props} />;
    case 'map':
      return <MapField {...props} />;
    case 'record':
      return <RecordField {...props} />;
    case 'entries':
      return <EntryList {...props} />;
    case 'target':
      return <TargetField {...props} />;
    default:
      return <ScalarField {...props} kind={kind} />;
  }
}
