import type { ReactNode } from 'react';
import type { PortalView } from '../api.ts';
import { useSay } from '../language.ts';
import { Button } from '../parts.tsx';
import { go } from '../place.ts';
import { useEstimate } from '../status/use-estimate.ts';
import { usePublicText } from '../status/use-public-text.ts';
import { exactTime } from './use-moment.ts';

/** The failure that this request is part of, with what was said of it last. */
export function KnownIncident({ incident }: { incident: NonNullable<PortalView['incident']> }): ReactNode {
  const say = useSay();
  const words = usePublicText();
  const expected = useEstimate();
  return (
    <section className="card" aria-label={say('incident.title')}>
      <p className="meta">
        <span>{say('incident.title')}</span>
        <span className="mono">{incident.number}</span>
      </p>
      <h2 className="subtitle">{words(incident.title)}</h2>
      <p className="badges">
        <span className={`badge ${incident.phase}`}>{say(`status.phase.${incident.phase}`)}</span>
        {incident.estimate && <span>{expected(incident.estimate)}</span>}
      </p>
      <p className="saidText">{words(incident.message)}</p>
      <p className="knownFoot">
        <span>{say('incident.latest', { at: exactTime(incident.at) })}</span>
        <Button onClick={() => go('status')}>{say('incident.more')}</Button>
      </p>
    </section>
  );
}
