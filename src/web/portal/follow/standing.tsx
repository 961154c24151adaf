import type { ReactNode } from 'react';
import type { PortalView } from '../api.ts';
import { useName, useSay } from '../language.ts';
import { Notice } from '../parts.tsx';
import { exactTime, useMoment } from './use-moment.ts';

const steps = ['todo', 'in-progress', 'resolved', 'closed'] as const;

/** How the request stands, in one sentence and four steps; and until when something was promised. */
export function Standing({ view }: { view: PortalView }): ReactNode {
  const say = useSay();
  const name = useName();
  const moment = useMoment();
  const isOpen = view.status !== 'closed' && view.status !== 'resolved';
  // Rated well, it is over for the customer, though it waits to be filed.
  const isRated = view.status === 'resolved' && view.rating !== null && !view.canRate;
  return (
    <section className="card">
      <p className="meta">
        <span className="mono">{view.number}</span>
        <span>{say('request.received', { at: moment(view.receivedAt) })}</span>
      </p>
      <h1 className="title" aria-live="polite">
        {say(`request.status.${isRated ? 'rated' : view.status}`)}
      </h1>
      {isOpen && <p className="lead">{say('request.stage', { stage: name(view.stage) })}</p>}
      <Progress status={isRated ? 'closed' : view.status} />
      {isOpen && view.eta && <PromisedTime eta={view.eta} />}
    </section>
  );
}

function PromisedTime({ eta }: { eta: string }): ReactNode {
  const say = useSay();
  const isPast = Date.parse(eta) < Date.now();
  return (
    <Notice tone={isPast ? 'amber' : 'teal'}>
      {say(isPast ? 'request.etaPast' : 'request.eta', { at: exactTime(eta) })}
    </Notice>
  );
}

function Progress({ status }: Pick<PortalView, 'status'>): ReactNode {
  const say = useSay();
  const now = steps.indexOf(status);
  return (
    <ol className="progress" aria-label={say('request.progress')}>
      {steps.map((step, at) => {
        const state = at < now || status === 'closed' ? 'done' : at === now ? 'now' : 'next';
        return (
          <li key={step} className={`step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="dot" aria-hidden="true">
              {state === 'done' && <Check />}
            </span>
            <span>{say(`request.step.${(at + 1) as 1 | 2 | 3 | 4}`)}</span>
            <span className="visually-hidden">{say(`request.step.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Check(): ReactNode {
  return (
    <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path d="M3.5 8.5l3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  );
}
