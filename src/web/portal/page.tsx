import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { AnswerPage } from './answer/answer-page.tsx';
import { api, type PortalDoor } from './api.ts';
import { FollowPage } from './follow/follow-page.tsx';
import { Header } from './header.tsx';
import { useSay } from './language.ts';
import { Notice } from './parts.tsx';
import { usePlace } from './place.ts';
import { Problem } from './problem.tsx';
import { StatusPage } from './status/status-page.tsx';
import { SubmitPage } from './submit/submit-page.tsx';

export function PortalPage(): ReactNode {
  const say = useSay();
  const { view } = usePlace();
  const { door, error, reload } = useDoor();
  // The status page tells it as well, also where there is no portal.
  const [name, setName] = useState('');
  const showName = useCallback(({ organisation }: { organisation: string }) => setName(organisation), []);
  return (
    <>
      <a className="skip" href="#main">
        {say('skip')}
      </a>
      <Header organisation={door?.organisation ?? name} />
      <main id="main" className="page" tabIndex={-1}>
        {view === 'answer' && <AnswerPage onPage={showName} />}
        {view === 'status' && <StatusPage onPage={showName} />}
        {(view === 'submit' || view === 'follow') && error !== null && (
          <Problem error={error} title={say('error.load')} onRetry={reload} />
        )}
        {door && view === 'submit' && (door.types.length > 0 ? <SubmitPage door={door} /> : <Closed />)}
        {door && view === 'follow' && <FollowPage />}
      </main>
      <Footer />
    </>
  );
}

function useDoor() {
  const [door, setDoor] = useState<PortalDoor | null>(null);
  const [error, setError] = useState<unknown>(null);
  const reload = useCallback(() => {
    setError(null);
    api.door().then(setDoor, setError);
  }, []);
  useEffect(reload, [reload]);
  return { door, error, reload };
}

function Closed(): ReactNode {
  const say = useSay();
  return <Notice tone="amber">{say('error.closed')}</Notice>;
}

function Footer(): ReactNode {
  const say = useSay();
  return <footer className="footer">{say('footer')}</footer>;
}
