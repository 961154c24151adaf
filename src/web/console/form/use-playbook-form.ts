import { useCallback, useMemo, useState } from 'react';
import type { PlaybookForm } from '../../../domain/playbook/schema.ts';
import type { Answers, AnswerValue } from '../../../domain/ticket/events.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { useNow } from '../../ui/now.ts';
import { completenessOf } from './completeness.ts';
import { type FieldProblem, problemsOf, serverProblems } from './field-problems.ts';
import { type FormValues, startValues, toAnswers } from './form-values.ts';
import type { FormPlaybook } from './options.ts';
import { serverErrors } from './server-errors.ts';
import { useDraft } from './use-draft.ts';

type Input = {
  playbook: FormPlaybook;
  form: PlaybookForm;
  known: Answers;
  staffId: number;
  /** Names the draft, see `useDraft`. */
  about: readonly (string | number)[];
  /** What follows from the answers that were typed, for fields that nobody has touched; keep it the same function. */
  suggest?: (typed: FormValues) => Answers;
};

/** The state of one form: values over what is known, problems worth showing now, completeness, and its draft. */
export function usePlaybookForm({ playbook, form, known, staffId, about, suggest }: Input) {
  const draft = useDraft(staffId, about);
  const now = useNow();
  const [isChecked, setChecked] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [fromServer, setFromServer] = useState<readonly FieldProblem[]>([]);

  const dimensionIds = useMemo(() => playbook.ratingDimensions.map(({ id }) => id), [playbook]);
  const values = useMemo(
    () => startValues(form, { ...known, ...suggest?.(draft.typed) }, draft.typed),
    [form, known, draft.typed, suggest],
  );
  const completeness = useMemo(() => completenessOf(form, values, dimensionIds), [form, values, dimensionIds]);
  const all = useMemo(
    () => problemsOf(form, values, { dimensionIds, now: now + clockSlackMs }),
    [form, values, dimensionIds, now],
  );
  const shown = [...all.filter((one) => isChecked || (left.has(one.field) && !isMissing(one))), ...fromServer];

  const set = useCallback(
    (field: string, value: AnswerValue) => {
      setFromServer((problems) => problems.filter((one) => one.field !== field));
      draft.change({ [field]: value });
    },
    [draft.change],
  );
  const leave = useCallback((field: string) => setLeft((fields) => new Set(fields).add(field)), []);

  /** Shows every problem from now on; the first field with one, or null when all is well. */
  const check = () => {
    setChecked(true);
    return all[0]?.field ?? null;
  };
  /** Puts the server's words beside their fields; returns what belongs to none, and the first field to look at. */
  const refuse = (error: unknown) => {
    if (!(error instanceof ApiProblem)) return { others: [], first: null };
    const found = serverProblems(form, serverErrors(error));
    setFromServer(found.problems);
    return { others: found.others, first: found.problems[0]?.field ?? null };
  };
  const clear = () => {
    setChecked(false);
    setLeft(new Set());
    setFromServer([]);
    draft.drop();
  };

  return {
    form,
    values,
    /** What the person entered, without what was known. */
    typed: draft.typed,
    answers: () => toAnswers(form, values),
    isTouched: Object.keys(draft.typed).length > 0,
    restoredAt: draft.restoredAt,
    completeness,
    problemOf: (field: string) => shown.find((one) => one.field === field) ?? null,
    set,
    leave,
    check,
    refuse,
    clear,
  };
}

export type PlaybookFormState = ReturnType<typeof usePlaybookForm>;

/** The page's clock ticks every 15 s: "now" chosen in between must not count as ahead. */
const clockSlackMs = 60_000;

function isMissing(problem: FieldProblem): boolean {
  return problem.code.startsWith('required');
}
