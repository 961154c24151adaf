import { CheckCircleFilled, ExclamationCircleFilled, LoadingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { YamlEdit } from '../../../../domain/playbook/edit-yaml.ts';
import { formatPath } from '../../../../domain/playbook/problem.ts';
import type { PlacedProblem } from '../../../../domain/playbook/yaml.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import styles from './editor.module.css';
import { useEditorParts, valueAt } from './editor-context.tsx';
import { editorTexts } from './texts.ts';
import { usePlaceWords } from './use-place-words.ts';
import { useProblemText } from './use-problem-text.ts';

type Props = { isChecking: boolean; isUnchanged: boolean; onJump: (problem: PlacedProblem) => void };

/** Everything that keeps the playbook from being published: where, what, and what to do; a press leads to its line. */
export function ProblemList({ isChecking, isUnchanged, onJump }: Props): ReactNode {
  const t = useTexts(editorTexts);
  const { problems } = useEditorParts();
  return (
    <section className={styles.problems} aria-label={t('problems')} aria-live="polite">
      {problems.length === 0 ? (
        <p className={isChecking ? styles.checking : styles.fine}>
          {isChecking ? <LoadingOutlined aria-hidden /> : <CheckCircleFilled aria-hidden />}{' '}
          {t(isChecking ? 'problems.checking' : isUnchanged ? 'problems.unchanged' : 'problems.none')}
        </p>
      ) : (
        <>
          <p className={styles.bad}>
            <ExclamationCircleFilled aria-hidden /> {t('problems.count', { count: problems.length })}
          </p>
          <ul>
            {problems.map((problem) => (
              <ProblemLine
                key={JSON.stringify([problem.path, problem.place, problem.message])}
                problem={problem}
                onJump={onJump}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type LineProps = { problem: PlacedProblem; onJump: (problem: PlacedProblem) => void };

function ProblemLine({ problem, onJump }: LineProps): ReactNode {
  const t = useTexts(editorTexts);
  const { value, edit, isReadOnly } = useEditorParts();
  const { message, remedy } = useProblemText()(problem);
  const { place, path, nearest } = problem;
  const placeWords = usePlaceWords(value);
  const correction = correctionOf(problem, value);
  return (
    <li>
      <button type="button" className={styles.jump} onClick={() => onJump(problem)}>
        {t('problems.line', { line: place.line })}
      </button>{' '}
      {path.length > 0 ? (
        <span className={styles.place} title={formatPath(path)}>
          {placeWords(path)}
        </span>
      ) : null}{' '}
      {message}
      {nearest === undefined ? (
        <span className={styles.remedy}>
          {t('problems.then')}
          {remedy}
        </span>
      ) : correction && !isReadOnly ? (
        <Button type="link" size="small" onClick={() => edit(correction)}>
          {t('problems.fix', { nearest })}
        </Button>
      ) : (
        <span className={styles.remedy}>
          {t('problems.then')}
          {t('problems.meant', { nearest })}
        </span>
      )}
    </li>
  );
}

/** What is written there is one wrong word, or a wrong key beside which the right one does not stand already: it can be put right. */
function correctionOf({ path, nearest, isKey }: PlacedProblem, value: unknown): YamlEdit | null {
  if (nearest === undefined) return null;
  if (!isKey) return typeof valueAt(value, path) === 'string' ? { do: 'set', path, value: nearest } : null;
  const isFree = valueAt(value, [...path.slice(0, -1), nearest]) === undefined;
  return isFree ? { do: 'rename', path, to: nearest } : null;
}
