import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ArchiveView, PaperView, TableView } from '../../../contract/output.ts';
import type { OutputLanguage } from '../../../domain/output/language.ts';
import { ApiProblem, problemOf } from '../../api/api-problem.ts';
import { queryText } from '../../api/client.ts';
import { i18n } from '../../i18n/i18n.ts';
import { languageTags } from '../../i18n/language.ts';

/** Documents and files of the outputs pages. */
export type FormsAsk = { lang: OutputLanguage; reveal?: string | undefined };
export type TableAsk = { lang: OutputLanguage; from?: string | undefined; to?: string | undefined };
type TableName = { playbook: string; table: string };

const base = '/api/v1';
const pageSize = 100;
const tablePath = ({ playbook, table }: TableName) =>
  `/tables/${encodeURIComponent(playbook)}/${encodeURIComponent(table)}`;

export const files = {
  form: (ticket: number, form: string, ask: FormsAsk) =>
    `${base}/tickets/${ticket}/forms/${encodeURIComponent(form)}.docx${queryText(ask)}`,
  paper: (ticket: number, paper: string, ask: FormsAsk) =>
    `${base}/tickets/${ticket}/papers/${encodeURIComponent(paper)}.docx${queryText(ask)}`,
  record: (ticket: number, ask: FormsAsk) =>
    `${base}/tickets/${ticket}/papers/coordination-record.xlsx${queryText(ask)}`,
  archive: (ticket: number, ask: FormsAsk) => `${base}/tickets/${ticket}/archive.docx${queryText(ask)}`,
  table: (name: TableName, ask: TableAsk) => `${base}${tablePath(name)}.xlsx${queryText(ask)}`,
};

export const outputQueries = {
  /** A reason is part of the key, so that what has been revealed goes with the page that asked. */
  forms: (ticket: number, ask: FormsAsk) =>
    queryOptions({
      queryKey: ['tickets', 'one', ticket, 'outputs', ask],
      queryFn: ({ signal }) => read<ArchiveView>(`/tickets/${ticket}/outputs${queryText(ask)}`, signal),
      gcTime: ask.reveal === undefined ? undefined : 0,
    }),
  paper: (ticket: number, paper: string, ask: FormsAsk) =>
    queryOptions({
      queryKey: ['tickets', 'one', ticket, 'papers', paper, ask],
      queryFn: ({ signal }) =>
        read<PaperView>(`/tickets/${ticket}/papers/${encodeURIComponent(paper)}${queryText(ask)}`, signal),
      gcTime: ask.reveal === undefined ? undefined : 0,
    }),
  table: (name: TableName, ask: TableAsk) =>
    infiniteQueryOptions({
      queryKey: ['tables', name.playbook, name.table, ask],
      queryFn: ({ signal, pageParam }) =>
        read<TableView>(`${tablePath(name)}${queryText({ ...ask, after: pageParam, limit: pageSize })}`, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      placeholderData: (before) => before,
    }),
};

async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  const language = languageTags[i18n.language === 'en' ? 'en' : 'zh'];
  const response = await ask(`${base}${path}`, {
    signal,
    headers: { accept: 'application/json', 'accept-language': language },
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

async function ask(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...request, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, { code: 'network' });
  }
}
