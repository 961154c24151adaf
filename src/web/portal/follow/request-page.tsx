import { type ReactNode, useState } from 'react';
import type { PortalKey, PortalView } from '../api.ts';
import { useSay } from '../language.ts';
import { Button } from '../parts.tsx';
import { Problem } from '../problem.tsx';
import { Chase } from './chase.tsx';
import { Conversation } from './conversation.tsx';
import { KnownIncident } from './known-incident.tsx';
import { MessageForm } from './message-form.tsx';
import { Solution } from './solution.tsx';
import { Standing } from './standing.tsx';
import { Survey } from './survey.tsx';
import { Thanks } from './thanks.tsx';
import { useMoment } from './use-moment.ts';
import { useRequestView } from './use-request-view.ts';

type Props = { access: PortalKey; first: PortalView | null; onLeave: () => void };

/** One request: how it stands, what was said, and what the customer can do next. */
export function RequestPage({ access, first, onLeave }: Props): ReactNode {
  const say = useSay();
  const moment = useMoment();
  const { view, updatedAt, failure, show, refresh } = useRequestView(access, first, onLeave);
  const [answer, setAnswer] = useState<'satisfied' | 'dissatisfied' | null>(null);
  if (!view) {
    return failure === null ? <Skeleton /> : <Problem error={failure} title={say('error.load')} onRetry={refresh} />;
  }
  const rated = (next: PortalView, isSatisfied: boolean) => {
    show(next);
    setAnswer(isSatisfied ? 'satisfied' : 'dissatisfied');
    scrollTo({ top: 0, behavior: 'smooth' });
  };
  return (
    <div className="request">
      {answer && <Thanks answer={answer} />}
      <Standing view={view} />
      {view.incident && <KnownIncident incident={view.incident} />}
      {failure !== null && <Problem error={failure} onRetry={refresh} />}
      {view.solution && <Solution access={access} solution={view.solution} onAnswered={show} />}
      {view.canRate && answer !== 'satisfied' && <Survey access={access} view={view} onRated={rated} />}
      <section className="card">
        <h2 className="subtitle">{say('request.conversation')}</h2>
        <Conversation view={view} access={access} />
        {view.status !== 'closed' && (
          <>
            <MessageForm access={access} onSent={show} />
            {view.status !== 'resolved' && <Chase access={access} view={view} onDone={show} />}
          </>
        )}
      </section>
      <p className="below">
        <span>{say('request.updated', { at: moment(updatedAt) })}</span>
        <Button onClick={refresh}>{say('request.refresh')}</Button>
        <Button onClick={onLeave}>{say('follow.leave')}</Button>
      </p>
    </div>
  );
}

function Skeleton(): ReactNode {
  return <div className="card skeleton" aria-busy="true" />;
}
