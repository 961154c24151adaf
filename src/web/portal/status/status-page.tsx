import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { api, type StatusPage as Page } from '../api.ts';
import { exactTime, useMoment } from '../follow/use-moment.ts';
import { useSay } from '../language.ts';
import { Problem } from '../problem.tsx';
import { CurrentIncident } from './current-incident.tsx';
import { PastIncident } from './past-incident.tsx';

const everyMs = 60_000;

/** How the services stand: for everybody, without a number or a sign-in. */
export function StatusPage({ onPage }: { onPage: (page: Page) => void }): ReactNode {
  const say = useSay();
  const moment = useMoment();
  const { page, at, error, reload } = useStatus(onPage);
  if (!page) {
    return error === null ? (
      <div className="card skeleton" aria-busy="true" />
    ) : (
      <Problem error={error} title={say('error.load')} onRetry={reload} />
    );
  }
  const isNormal = page.current.length === 0;
  return (
    <div className="request">
      <section className={`card overall ${isNormal ? 'green' : 'amber'}`}>
        <Sign isNormal={isNormal} />
        <div>
          <h1 className="title" aria-live="polite">
            {say(isNormal ? 'status.normal' : 'status.trouble')}
          </h1>
          <p className="lead">{say(isNormal ? 'status.normalLead' : 'status.troubleLead')}</p>
        </div>
      </section>
      {error !== null && <Problem error={error} onRetry={reload} />}
      {page.current.map((incident) => (
        <CurrentIncident key={incident.number} incident={incident} />
      ))}
      <section className="card">
        <h2 className="subtitle">{say('status.history')}</h2>
        {page.history.length === 0 && <p className="lead">{say('status.historyNone')}</p>}
        <ul className="pastIncidents">
          {page.history.map((incident) => (
            <li key={incident.number}>
              <PastIncident incident={incident} />
            </li>
          ))}
        </ul>
      </section>
      <p className="below" title={exactTime(at)}>
        {say('status.checked', { at: moment(at) })}
      </p>
    </div>
  );
}

function useStatus(onPage: (page: Page) => void) {
  const [page, setPage] = useState<Page | null>(null);
  const [at, setAt] = useState(() => Date.now());
  const [error, setError] = useState<unknown>(null);
  const reload = useCallback(() => {
    api.status().then((next) => {
      setPage(next);
      onPage(next);
      setAt(Date.now());
      setError(null);
    }, setError);
  }, [onPage]);
  useEffect(() => {
    reload();
    const timer = setInterval(() => document.hidden || reload(), everyMs);
    return () => clearInterval(timer);
  }, [reload]);
  return { page, at, error, reload };
}

function Sign({ isNormal }: { isNormal: boolean }): ReactNode {
  return (
    <svg className="sign" viewBox="0 0 24 24" width="44" height="44" aria-hidden="true">
      <circle cx="12" cy="12" r="11" fill="currentColor" opacity="0.14" />
      <path
        d={isNormal ? 'M7 12.4l3.4 3.4L17 9' : 'M12 6.5v7M12 16.6v.4'}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
