import { CheckCircleFilled, ExclamationCircleFilled, LoadingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { formatPath } from '../../../../domain/playbook/problem.ts';
import type { PlacedProblem } from '../../../../domain/playbook/yaml.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import styles from './editor.module.css';
import { useEditorParts, valueAt } from './editor-context.tsx';
import { editorTexts } from './texts.ts';
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
  // What is written there is one wrong word: it can be put right. A wrong key cannot, with what stands under it.
  const isWord = nearest !== undefined && typeof valueAt(value, path) === 'string';
  return (
    <li>
      <button type="button" className={styles.jump} onClick={() => onJump(problem)}>
        {t('problems.line', { line: place.line })}
      </button>{' '}
      {path.length > 0 ? <code>{formatPath(path)}</code> : null} {message}
      {nearest === undefined ? (
        <span className={styles.remedy}> {remedy}</span>
      ) : isWord && !isReadOnly ? (
        <Button type="link" size="small" onClick={() => edit({ do: 'set', path, value: nearest })}>
          {t('problems.fix', { nearest })}
        </Button>
      ) : (
        <span className={styles.remedy}> {t('problems.meant', { nearest })}</span>
      )}
    </li>
  );
}
