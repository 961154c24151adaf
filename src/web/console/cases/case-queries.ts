import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CaseDetail } from '../../../contract/case.ts';
import { call } from '../../api/client.ts';
import type { CasesSearch } from './search.ts';

type CaseText = NonNullable<CaseDetail['text']>;

/** What the pages of the library fetch; all of it under one root. */
export const caseKeys = {
  all: ['cases'] as const,
  one: (id: number) => ['cases', 'one', id] as const,
};

export const caseQueries = {
  list: ({ words: q, ...search }: CasesSearch) =>
    infiniteQueryOptions({
      queryKey: ['cases', 'list', q ?? '', search],
      queryFn: ({ signal, pageParam }) =>
        call('listCases', { query: { ...search, q, after: pageParam, limit: 30 }, signal }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  counts: () =>
    queryOptions({ queryKey: ['cases', 'counts'], queryFn: ({ signal }) => call('countCases', { signal }) }),
  one: (id: number) =>
    queryOptions({ queryKey: caseKeys.one(id), queryFn: ({ signal }) => call('getCase', { params: { id }, signal }) }),
  version: (id: number, version: number) =>
    queryOptions({
      queryKey: [...caseKeys.one(id), 'version', version],
      queryFn: ({ signal }) => call('getCaseVersion', { params: { id, version }, signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  prefill: (ticket: number) =>
    queryOptions({
      queryKey: ['cases', 'prefill', ticket],
      queryFn: ({ signal }) => call('prefillCase', { params: { id: ticket }, signal }),
      staleTime: 0,
      gcTime: 0,
    }),
  check: (text: CaseText, where: { ticketId?: number; caseId?: number }) =>
    queryOptions({
      queryKey: ['cases', 'check', where, text],
      queryFn: ({ signal }) => call('checkCaseText', { body: { ...where, text }, signal }),
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  similar: (body: { text?: string; ticketId?: number; limit?: number }) =>
    queryOptions({
      queryKey: ['cases', 'similar', body],
      queryFn: ({ signal }) => call('findSimilarCases', { body, signal }),
      staleTime: 30_000,
      placeholderData: keepPreviousData,
    }),
};
