import type { ReactNode } from 'react';
import { replacedSpans } from '../../../domain/case/finding.ts';
import styles from './cases.module.css';

type Mark = { from: number; to: number; tone: 'hard' | 'soft' | 'replaced' };
export type FindingSpan = { from: number; to: number; isHard: boolean };

/** A part of a case, with what was replaced and what is still found marked by colour and underline. */
export function MarkedText({ text, findings = [] }: { text: string; findings?: readonly FindingSpan[] }): ReactNode {
  const marks = marksOf(text, findings);
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { from, to, tone } of marks) {
    if (from > at) pieces.push(text.slice(at, from));
    pieces.push(
      <mark key={from} className={styles.marked} data-tone={tone}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  pieces.push(text.slice(at));
  return <span className={styles.text}>{pieces}</span>;
}

function marksOf(text: string, findings: readonly FindingSpan[]): Mark[] {
  const found = findings.map(({ from, to, isHard }): Mark => ({ from, to, tone: isHard ? 'hard' : 'soft' }));
  const replaced = replacedSpans(text).map((span): Mark => ({ ...span, tone: 'replaced' }));
  const apart = replaced.filter((one) => !found.some((other) => one.from < other.to && other.from < one.to));
  return [...found, ...apart].filter(({ to }) => to <= text.length).sort((a, b) => a.from - b.from);
}
