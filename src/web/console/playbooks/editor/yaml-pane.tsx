import { type CSSProperties, type ReactNode, type RefObject, useMemo } from 'react';
import type { PlacedProblem } from '../../../../domain/playbook/yaml.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { editorTexts } from './texts.ts';
import { useProblemText } from './use-problem-text.ts';
import styles from './yaml.module.css';

export const lineHeight = 20;

type Props = {
  source: string;
  problems: readonly PlacedProblem[];
  isReadOnly: boolean;
  onChange: (source: string) => void;
  area: RefObject<HTMLTextAreaElement | null>;
};

/** The text itself, with line numbers and marks at the lines that something is wrong in. */
export function YamlPane({ source, problems, isReadOnly, onChange, area }: Props): ReactNode {
  const t = useTexts(editorTexts);
  const say = useProblemText();
  const { lines, columns } = useMemo(() => sizeOf(source), [source]);
  const marks = useMemo(() => Map.groupBy(problems, ({ place }) => place.line), [problems]);
  const size = { '--lines': lines, '--columns': columns } as CSSProperties;
  return (
    <div className={styles.pane} style={size}>
      <div className={styles.gutter} aria-hidden>
        {Array.from({ length: lines }, (_, index) => {
          const wrong = marks.get(index + 1);
          const title = wrong?.map((problem) => say(problem).message).join('\n');
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the line's number is what it is
            <div key={index} className={styles.number} data-wrong={wrong !== undefined} title={title}>
              {wrong ? '● ' : ''}
              {index + 1}
            </div>
          );
        })}
      </div>
      <div className={styles.text}>
        {[...marks.keys()].map((line) => (
          <div key={line} className={styles.band} style={{ top: (line - 1) * lineHeight }} aria-hidden />
        ))}
        <textarea
          ref={area}
          className={styles.area}
          aria-label={t('yaml.label')}
          aria-invalid={problems.length > 0}
          spellCheck={false}
          autoCapitalize="off"
          wrap="off"
          readOnly={isReadOnly}
          value={source}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </div>
  );
}

/** Lines, and the width of the longest: a Chinese character takes two columns. */
function sizeOf(source: string): { lines: number; columns: number } {
  const all = source.split('\n');
  const width = (line: string) =>
    [...line].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
  return { lines: all.length, columns: Math.max(40, ...all.map(width)) };
}

/** Shows a line in the middle of the pane and puts the caret there. */
export function jumpTo(area: HTMLTextAreaElement | null, line: number, column: number): void {
  if (!area) return;
  const start =
    area.value
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  area.focus({ preventScroll: true });
  area.setSelectionRange(start + column - 1, start + column - 1);
  const pane = area.closest<HTMLElement>(`.${styles.pane}`);
  if (pane) pane.scrollTo({ top: Math.max(0, (line - 1) * lineHeight - pane.clientHeight / 2), left: 0 });
  area.scrollIntoView({ block: 'nearest' });
}
