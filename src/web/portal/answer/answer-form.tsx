import { type FormEvent, type ReactNode, useState } from 'react';
import { useSay } from '../language.ts';
import { Button, Field, FieldGroup } from '../parts.tsx';
import { Problem } from '../problem.tsx';

export type Choice = 'accepted' | 'counter' | 'declined' | 'confirmed' | 'objected';
export type Answer = { answer: Choice; date: string | null; note: string };
type Props = {
  question: string;
  choices: readonly Choice[];
  /** Below the form. */
  hint?: string;
  onSend: (answer: Answer) => Promise<void>;
};

/** Who says no says why. */
const needNote: ReadonlySet<Choice> = new Set(['declined', 'objected']);

/** Yes, no with the reason, or another time. */
export function AnswerForm({ question, choices, hint, onSend }: Props): ReactNode {
  const say = useSay();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [date, setDate] = useState('');
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const needsNote = choice !== null && needNote.has(choice);
  const at = Date.parse(date);
  const problems = {
    choice: choice === null ? say('answer.error.choose') : undefined,
    date: choice === 'counter' && !(at > Date.now()) ? say('answer.error.date') : undefined,
    note: needsNote && note.trim() === '' ? say('answer.error.note') : undefined,
  };
  const shown: Partial<typeof problems> = isChecked ? problems : {};

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    setFailure(null);
    if (choice === null || problems.date || problems.note) return;
    setBusy(true);
    try {
      const when = choice === 'counter' ? new Date(at).toISOString() : null;
      await onSend({ answer: choice, date: when, note: note.trim() });
    } catch (caught) {
      setFailure(caught);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form noValidate onSubmit={send}>
      <FieldGroup label={question} error={shown.choice}>
        <div className="choices answerChoices">
          {choices.map((one) => (
            <label key={one} className="choice">
              <input
                type="radio"
                name="answer"
                value={one}
                checked={choice === one}
                aria-invalid={shown.choice ? true : undefined}
                onChange={() => setChoice(one)}
              />
              <span>{say(`answer.choice.${one}`)}</span>
            </label>
          ))}
        </div>
      </FieldGroup>
      {choice === 'counter' && (
        <Field label={say('answer.date')} error={shown.date}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              type="datetime-local"
              value={date}
              onChange={(event) => setDate(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={say(needsNote ? 'answer.noteNeeded' : 'answer.note')} error={shown.note}>
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            rows={3}
            maxLength={4_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {failure !== null && <Problem error={failure} />}
      <Button type="submit" tone="primary" isBusy={isBusy} busyText={say('submit.sending')}>
        {say('answer.send')}
      </Button>
      {hint && <p className="hint">{hint}</p>}
    </form>
  );
}
