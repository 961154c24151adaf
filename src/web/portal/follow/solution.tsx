import type { ReactNode } from 'react';
import { AnswerForm } from '../answer/answer-form.tsx';
import { api, type PortalKey, type PortalView } from '../api.ts';
import { useSay } from '../language.ts';
import { Notice } from '../parts.tsx';
import { exactTime } from './use-moment.ts';

type Props = {
  access: PortalKey;
  solution: NonNullable<PortalView['solution']>;
  onAnswered: (view: PortalView) => void;
};

/** What is proposed to the customer, who accepts it or objects. */
export function Solution({ access, solution, onAnswered }: Props): ReactNode {
  const say = useSay();
  const { round, text, by, answer, canAnswer } = solution;
  return (
    <section className="card">
      <h2 className="subtitle">{say('solution.title')}</h2>
      <p className="answerText">{text}</p>
      {by && <Notice tone="teal">{say('answer.expectedBy', { at: exactTime(by) })}</Notice>}
      {canAnswer ? (
        <AnswerForm
          key={round}
          question={say('answer.question.solution')}
          choices={['confirmed', 'objected']}
          onSend={async (given) => {
            const said = given.answer === 'objected' ? ('objected' as const) : ('confirmed' as const);
            onAnswered(await api.solution({ ...access, round, answer: said, note: given.note }));
          }}
        />
      ) : (
        <Notice tone={answer === 'objected' ? 'amber' : 'green'}>{say(`solution.${answer}`)}</Notice>
      )}
    </section>
  );
}
