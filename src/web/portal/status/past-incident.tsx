import type { ReactNode } from 'react';
import type { PublicIncident } from '../api.ts';
import { exactTime } from '../follow/use-moment.ts';
import { useSay } from '../language.ts';
import { Updates } from './current-incident.tsx';
import { usePublicText } from './use-public-text.ts';

export function PastIncident({ incident }: { incident: PublicIncident }): ReactNode {
  const say = useSay();
  const words = usePublicText();
  const { title, phase, openedAt, closedAt, updates } = incident;
  return (
    <>
      <p className="pastTitle">
        <strong>{words(title)}</strong>
        <span className={`badge ${phase === 'resolved' ? 'resolved' : ''}`}>
          {say(phase === 'resolved' ? 'status.phase.resolved' : 'status.over')}
        </span>
      </p>
      <p className="meta">{say('status.lasted', { from: exactTime(openedAt), to: exactTime(closedAt ?? openedAt) })}</p>
      <details>
        <summary>{say('status.updates', { count: updates.length })}</summary>
        <Updates updates={updates} />
      </details>
    </>
  );
}
