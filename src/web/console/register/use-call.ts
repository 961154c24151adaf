import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { choosePhrases } from '../../../domain/phrase/choose.ts';
import { firstPromise } from '../../../domain/phrase/first-promise.ts';
import { soundsUpset } from '../../../domain/phrase/mood.ts';
import { type CallStep, callPlan } from '../../../domain/phrase/prompt.ts';
import { type PhraseLanguage, type PhraseValues, renderPieces } from '../../../domain/phrase/render.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import type { Binding } from '../../../domain/playbook/schema-form.ts';
import { queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import type { PlaybookFormState } from '../form/use-playbook-form.ts';
import { languageOf } from '../phrases/language-of.ts';
import { targetWords } from '../ticket/target-words.ts';
import { texts as ticketTexts } from '../ticket/texts.ts';
import { fieldBoundTo } from './field-groups.ts';

/** The call as the form tells it, and the words that fit where it stands. */
export function useCall(playbook: Playbook, state: PlaybookFormState) {
  const language = useLanguage();
  const phrases = useQuery(queries.phrases()).data?.items ?? [];
  const [said, setSaid] = useState<ReadonlySet<CallStep>>(new Set());
  const answer = (binding: Binding) => {
    const value = state.values[fieldBoundTo(state.form, binding)?.id ?? ''];
    return typeof value === 'string' ? value : '';
  };
  const priority = answer('priority') || playbook.initialPriority;
  const category = answer('category') || null;
  const isUrgent = playbook.priorities.find(({ id }) => id === priority)?.greenLane === true;
  const isUpset = soundsUpset(Object.values(state.values).flatMap(textsOf).join('\n'));
  const { missing } = state.completeness;
  const plan = callPlan({ hasBegun: state.isTouched, isUpset, isUrgent, missingCount: missing.length, said });
  const values = useCallValues(playbook, { name: answer('customer-name'), subject: subjectOf(answer('description')) });
  const valuesIn = (one: PhraseLanguage): PhraseValues => ({
    ...values(priority, category),
    missing: missing[0]?.name[one],
  });
  const wordsFor = (situation: CallStep) => {
    const fitting = choosePhrases(phrases, {
      situation,
      playbook: playbook.id,
      category,
      priority,
      channel: answer('channel') || undefined,
    });
    // What can be said as it stands goes before what still has gaps.
    const gaps = new Map(
      fitting.map((one) => {
        const spoken = languageOf(one, language);
        return [one, renderPieces(one.text[spoken], valuesIn(spoken), spoken).filter(({ isBlank }) => isBlank).length];
      }),
    );
    return fitting.toSorted((a, b) => (gaps.get(a) ?? 0) - (gaps.get(b) ?? 0));
  };
  const say = (step: CallStep) => setSaid((before) => new Set(before).add(step));
  return { plan, missing, isUpset, isUrgent, valuesIn, wordsFor, say };
}

function useCallValues(playbook: Playbook, { name, subject }: { name: string; subject: string }) {
  const t = useTexts(ticketTexts);
  const me = useMe();
  return (priority: string, category: string | null): PhraseValues => {
    const promise = firstPromise(playbook, priority, category);
    return {
      customerName: name,
      subject,
      within: promise === null ? undefined : targetWords(promise, t),
      agentName: me.name,
      organisation: me.organisation,
    };
  };
}

/** To repeat to the customer: the beginning of what they said, not all of it. */
function subjectOf(description: string): string {
  const [first = ''] = description.trim().split(/[\n。！？!?]/);
  return first.length > 60 ? `${first.slice(0, 60)}…` : first;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
