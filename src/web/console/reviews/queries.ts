import { queryOptions } from '@tanstack/react-query';
import { call, queryText } from '../../api/client.ts';
import type { Language } from '../../i18n/language.ts';
import type { Period } from './period.ts';

export type ReviewAsk = Period & { playbook: string | undefined };
const root = ['reviews'] as const;
export const reviewNotesKey = [...root, 'notes'] as const;

/** A review reads many tickets: what was read a minute ago will do. */
const freshMs = 60_000;

export const reportFile = (kind: 'docx' | 'xlsx', ask: ReviewAsk, lang: Language): string =>
  `/api/v1/reviews/report.${kind}${queryText({ ...ask, lang })}`;

/** Of one playbook; null while none is chosen. */
export const trainingFile = (ask: ReviewAsk, lang: Language): string | null =>
  ask.playbook === undefined ? null : `/api/v1/reviews/training.docx${queryText({ ...ask, lang })}`;

export const reviewQueries = {
  figures: (ask: ReviewAsk) =>
    queryOptions({
      queryKey: [...root, 'figures', ask],
      queryFn: ({ signal }) => call('getReview', { query: ask, signal }),
      staleTime: freshMs,
    }),
  notes: (ask: ReviewAsk) =>
    queryOptions({
      queryKey: [...reviewNotesKey, ask],
      queryFn: ({ signal }) => call('listReviewNotes', { query: ask, signal }),
    }),
};
