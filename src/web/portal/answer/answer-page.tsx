import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { api, type LinkView } from '../api.ts';
import { exactTime } from '../follow/use-moment.ts';
import { useName, useSay } from '../language.ts';
import { Notice } from '../parts.tsx';
import { Problem, problemText } from '../problem.tsx';
import { type Answer, AnswerForm } from './answer-form.tsx';

/** What stands behind `#` is the link itself; it never reaches a log. */
const tokenHere = () => location.hash.slice(1);

/** A letter or a solution, opened by the link that was sent to one party, and its answer. */
export function AnswerPage({ onPage }: { onPage: (page: { organisation: string }) => void }): ReactNode {
  const say = useSay();
  const { token, view, error, show, reload } = useLink();
  useEffect(() => {
    if (view) onPage(view);
  }, [view, onPage]);
  if (token === '') return <Gone text={say('answer.incomplete')} />;
  if (error !== null) {
    const code = error instanceof ApiProblem ? error.code : '';
    // Too short or too long to be a link at all: cut off on its way, or not copied whole.
    if (code === 'request.invalid') return <Gone text={say('answer.incomplete')} />;
    if (code.startsWith('link.')) return <Gone text={problemText(error, say)} />;
    return (
      <div className="reading">
        <Problem error={error} onRetry={reload} />
      </div>
    );
  }
  if (!view) return <div className="card skeleton" aria-busy="true" />;
  if (view.answer !== null) return <Done view={view} />;
  const send = async (answer: Answer) => {
    show(await api.answerLink(token, answer));
    scrollTo({ top: 0 });
  };
  return (
    <section className="card reading">
      <Asked view={view} />
      <AnswerForm
        question={say(`answer.question.${view.kind}`)}
        choices={view.kind === 'letter' ? ['accepted', 'counter', 'declined'] : ['confirmed', 'objected']}
        hint={say('answer.once', { at: exactTime(view.expiresAt) })}
        onSend={send}
      />
    </section>
  );
}

function useLink() {
  const [token, setToken] = useState(tokenHere);
  const [view, setView] = useState<LinkView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const reload = useCallback(() => {
    setError(null);
    setView(null);
    if (token !== '') api.openLink(token).then(setView, setError);
  }, [token]);
  useEffect(reload, [reload]);
  // Another link opened in the same tab changes only what stands behind `#`.
  useEffect(() => {
    const changed = () => setToken(tokenHere());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return { token, view, error, show: setView, reload };
}

function Asked({ view }: { view: LinkView }): ReactNode {
  const say = useSay();
  const name = useName();
  const { kind, number, party, text, background, by, contact, items } = view;
  return (
    <>
      <p className="meta">
        <span className="mono">{number}</span>
        {name(party) !== '' && <span>{say('answer.to', { party: name(party) })}</span>}
      </p>
      <h1 className="title">{say(`answer.${kind}.title`)}</h1>
      {background !== '' && (
        <>
          <h2 className="answerHead">{say('answer.background')}</h2>
          <p className="answerText">{background}</p>
        </>
      )}
      {kind === 'letter' && <h2 className="answerHead">{say('answer.demand')}</h2>}
      <p className="answerText">{text}</p>
      {items.length > 0 && (
        <>
          <h2 className="answerHead">{say('answer.items')}</h2>
          <ol className="answerItems">
            {items.map((item) => (
              <li key={`${item.what} ${item.when}`}>
                {item.what}
                {item.how !== '' && <span className="hint">{item.how}</span>}
                {item.when && <span className="hint">{say('answer.item.when', { at: exactTime(item.when) })}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
      {by && (
        <Notice tone="teal">
          {say(kind === 'letter' ? 'answer.wantedBy' : 'answer.expectedBy', { at: exactTime(by) })}
        </Notice>
      )}
      {contact !== '' && <p className="hint">{say('answer.contact', { name: contact })}</p>}
    </>
  );
}

function Done({ view }: { view: LinkView }): ReactNode {
  const say = useSay();
  return (
    <section className="card reading" aria-live="polite">
      <p className="meta">
        <span className="mono">{view.number}</span>
      </p>
      <h1 className="title">{say('answer.done.title')}</h1>
      <Notice tone="green">{view.answer && say(`answer.choice.${view.answer as Answer['answer']}`)}</Notice>
      <p className="answerText">{say('answer.done', { organisation: view.organisation })}</p>
    </section>
  );
}

/** A link that is over says so on a page of its own. */
function Gone({ text }: { text: string }): ReactNode {
  const say = useSay();
  return (
    <section className="card narrow">
      <h1 className="title">{say('answer.gone.title')}</h1>
      <p className="lead">{text}</p>
    </section>
  );
}
