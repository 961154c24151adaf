import { type FormEvent, type ReactNode, useState } from 'react';
import { api, type PortalKey, type PortalView } from '../api.ts';
import { useName, useSay } from '../language.ts';
import { Button, Field, FieldGroup, Notice } from '../parts.tsx';
import { Problem } from '../problem.tsx';
import { RatingChoice } from './rating-choice.tsx';

type Props = { access: PortalKey; view: PortalView; onRated: (view: PortalView, isSatisfied: boolean) => void };

/** Is it solved? The answer closes the request or starts it again. */
export function Survey({ access, view, onRated }: Props): ReactNode {
  const say = useSay();
  const name = useName();
  const [rating, setRating] = useState('');
  const [dimensions, setDimensions] = useState<Record<string, string>>({});
  const [remark, setRemark] = useState('');
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const chosen = view.ratings.find((one) => one.id === rating);
  const isUnhappy = chosen?.isSatisfied === false;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    if (!chosen) return setError(say('error.rating'));
    setBusy(true);
    try {
      onRated(await api.rate({ ...access, rating, dimensions, remark: remark.trim() }), chosen.isSatisfied);
    } catch (caught) {
      setFailure(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card survey">
      <h2 className="subtitle">{say('survey.title')}</h2>
      <p className="lead">{say('survey.lead')}</p>
      <form noValidate onSubmit={send}>
        <FieldGroup label={say('survey.rating')} error={error}>
          <RatingChoice
            group="rating"
            ratings={view.ratings}
            value={rating}
            isLarge
            onChange={(id) => {
              setRating(id);
              setError(undefined);
            }}
          />
        </FieldGroup>
        {isUnhappy && <Notice tone="amber">{say('survey.restart')}</Notice>}
        {view.ratingDimensions.map((dimension) => (
          <FieldGroup key={dimension.id} label={name(dimension.name)} isOptional>
            <RatingChoice
              group={dimension.id}
              ratings={view.ratings}
              value={dimensions[dimension.id] ?? ''}
              onChange={(id) => setDimensions({ ...dimensions, [dimension.id]: id })}
            />
          </FieldGroup>
        ))}
        <Field label={say(isUnhappy ? 'survey.remarkUnhappy' : 'survey.remark')}>
          {(ids) => (
            <textarea
              {...ids}
              className="input"
              rows={3}
              maxLength={4_000}
              value={remark}
              onChange={(event) => setRemark(event.target.value)}
            />
          )}
        </Field>
        {failure !== null && <Problem error={failure} />}
        <Button type="submit" tone="primary" isBusy={isBusy} busyText={say('submit.sending')}>
          {say('survey.send')}
        </Button>
      </form>
    </section>
  );
}
