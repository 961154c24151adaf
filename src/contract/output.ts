import { z } from 'zod';
import { outputLanguages } from '../domain/output/language.ts';
import { code, dayIn, freeText, id, idParam } from './common.ts';

/** Documents as the pages draw them and the files hold them: words only, never codes. */
const boxes = z.object({
  kind: z.literal('boxes'),
  boxes: z.array(z.object({ name: z.string(), isChosen: z.boolean() })),
});
const grid = z.object({ kind: z.literal('grid'), columns: z.array(z.string()), rows: z.array(z.array(z.string())) });
const row = z.object({
  label: z.string(),
  value: z.union([z.string(), z.array(z.string()), boxes, grid]),
  isWide: z.boolean(),
});
const section = z.object({ heading: z.string().nullable(), rows: z.array(row) });

export const formView = z.object({
  form: code,
  title: z.string(),
  number: z.string(),
  organisation: z.string(),
  isFilled: z.boolean(),
  sections: z.array(section),
  signatures: z.array(z.object({ label: z.string(), name: z.string().nullable(), at: z.string().nullable() })),
  printedAt: z.string(),
});
export type FormView = z.infer<typeof formView>;

export const archiveView = z.object({
  title: z.string(),
  number: z.string(),
  organisation: z.string(),
  cover: z.array(section),
  forms: z.array(formView),
  printedAt: z.string(),
});
export type ArchiveView = z.infer<typeof archiveView>;

/** `mail`: the same as the text of an e-mail, for letters. */
export const paperView = z.object({
  document: formView,
  mail: z.object({ subject: z.string(), body: z.string() }).nullable(),
  /** A hand-off as a message to the departments' group chat. */
  post: z.string().nullable(),
});
export type PaperView = z.infer<typeof paperView>;

const language = z.enum(outputLanguages).default('zh');
/** With a reason the customer's contact is written out, for those who may see it; who asked and why is kept. */
export const outputQuery = z.object({ lang: language, reveal: freeText(400).min(2).optional() });

/** Days of the organisation's calendar on which tickets were received, both included. */
export const tableQuery = outputQuery.extend({ from: dayIn.optional(), to: dayIn.optional() });
export const tablePageQuery = tableQuery.extend({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const cell = z.union([
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('instant'), at: z.number(), text: z.string() }),
]);
/** Newest first. `next` brings the page after this one. */
export const tableView = z.object({
  table: code,
  title: z.string(),
  organisation: z.string(),
  period: z.string(),
  columns: z.array(z.object({ id: code, name: z.string(), kind: z.enum(['text', 'instant']), width: z.number() })),
  rows: z.array(z.object({ ticketId: id, cells: z.array(cell) })),
  printedAt: z.string(),
  next: z.string().optional(),
});
export type TableView = z.infer<typeof tableView>;

export const formParams = z.object({ id: idParam, form: code });
/** `hand-off`, `letter-1`, `meeting-1`, `solution-2`, `coordination-record`. */
export const paperParams = z.object({ id: idParam, paper: code });
export const meetingParams = z.object({ id: idParam, meeting: idParam });
export const tableParams = z.object({ playbook: code, table: code });

/** The part of the table of endpoints that is about outputs; the .docx and .xlsx files are plain routes beside it. */
export const outputEndpoints = {
  getOutputs: {
    method: 'GET',
    path: '/tickets/{id}/outputs',
    tag: 'outputs',
    summary: 'All printed forms of a ticket and the cover of its archive, as documents',
    params: z.object({ id: idParam }),
    query: outputQuery,
    reply: archiveView,
  },
  getPaper: {
    method: 'GET',
    path: '/tickets/{id}/papers/{paper}',
    tag: 'outputs',
    summary: 'A letter, minutes, a solution or the coordination record of a ticket, as a document',
    params: paperParams,
    query: outputQuery,
    reply: paperView,
  },
  getTable: {
    method: 'GET',
    path: '/tables/{playbook}/{table}',
    tag: 'outputs',
    summary: "One of a playbook's tables over the tickets received in a period",
    params: tableParams,
    query: tablePageQuery,
    reply: tableView,
  },
} as const;
