import { type ReactNode, useEffect, useRef } from 'react';
import { useSay } from '../language.ts';
import { Tick } from '../submit/sent.tsx';

/** What the survey's answer has set going. */
export function Thanks({ answer }: { answer: 'satisfied' | 'dissatisfied' }): ReactNode {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={`card thanks ${answer}`} role="status">
      {answer === 'satisfied' ? <Tick /> : <Again />}
      <div>
        <h1 className="title" tabIndex={-1} ref={heading}>
          {say(`thanks.${answer}.title`)}
        </h1>
        <p className="lead">{say(`thanks.${answer}.text`)}</p>
      </div>
    </section>
  );
}

function Again(): ReactNode {
  return (
    <svg className="tick" viewBox="0 0 48 48" width="56" height="56" fill="none" aria-hidden="true">
      <circle cx="24" cy="24" r="22" fill="var(--hy-amber-bg)" stroke="var(--hy-amber-line)" strokeWidth="2" />
      <g stroke="var(--hy-amber-text)" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
        <path d="M33.5 24a9.5 9.5 0 1 1-3-6.9" />
        <path d="M31.5 11.5v6h-6" />
      </g>
    </svg>
  );
}
