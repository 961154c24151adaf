import type { ReactNode } from 'react';
import type { PublicIncident } from '../api.ts';
import { exactTime } from '../follow/use-moment.ts';
import { useSay } from '../language.ts';
import { useEstimate } from './use-estimate.ts';
import { usePublicText } from './use-public-text.ts';

/** What fails now: how much of it, how far it is, until when, and what was said. */
export function CurrentIncident({ incident }: { incident: PublicIncident }): ReactNode {
  const say = useSay();
  const words = usePublicText();
  const expected = useEstimate();
  const { number, title, phase, impact, estimate, openedAt, updates } = incident;
  return (
    <section className="card">
      <p className="meta">
        <span className="mono">{number}</span>
        <span>{say('status.since', { at: exactTime(openedAt) })}</span>
      </p>
      <h2 className="subtitle">{words(title)}</h2>
      <p className="badges">
        <span className={`badge ${impact}`}>{say(`status.impact.${impact}`)}</span>
        <span className={`badge ${phase}`}>{say(`status.phase.${phase}`)}</span>
      </p>
      <p className="lead">{estimate === null ? say('status.noEstimate') : expected(estimate)}</p>
      <Updates updates={updates} />
    </section>
  );
}

export function Updates({ updates }: Pick<PublicIncident, 'updates'>): ReactNode {
  const say = useSay();
  const words = usePublicText();
  return (
    <ol className="updates">
      {updates.map((update) => (
        <li key={`${update.at} ${update.message.zh}`}>
          <p className="saidBy">
            <strong>{say(`status.phase.${update.phase}`)}</strong>
            <time dateTime={update.at}>{exactTime(update.at)}</time>
          </p>
          <p className="saidText">{words(update.message)}</p>
        </li>
      ))}
    </ol>
  );
}
