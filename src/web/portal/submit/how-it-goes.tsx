import type { ReactNode } from 'react';
import { useSay } from '../language.ts';

export function HowItGoes(): ReactNode {
  const say = useSay();
  return (
    <aside className="aside">
      <h2 className="asideTitle">{say('submit.how.title')}</h2>
      <ol className="steps">
        <li>{say('submit.how.1')}</li>
        <li>{say('submit.how.2')}</li>
        <li>{say('submit.how.3')}</li>
      </ol>
    </aside>
  );
}
