import { idParams } from '../../../contract/common.ts';
import {
  formParams,
  meetingParams,
  outputEndpoints,
  outputQuery,
  paperParams,
  tableParams,
  tableQuery,
} from '../../../contract/output.ts';
import { nameIn } from '../../../domain/output/language.ts';
import { paperWord } from '../../../domain/output/papers/paper-words.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { memberOf, requireActor } from '../session/index.ts';
import { markAttachment } from './attachment.ts';
import { type OutputDeps, readArchive, readForm, readInvitation, readPaper } from './read-outputs.ts';
import { openTable, readTablePage } from './read-table.ts';
import { docx, sheets, xlsx } from './writers.ts';

/** Files cost more than pages. */
export const ofFiles = { onRequest: requireActor, config: { rateLimit: { max: 60, timeWindow: 60_000 } } };
const base = '/api/v1';
/** Rows of one spreadsheet; what is left out is said in its last row. */
export const mostRows = 100_000;

export function registerOutputRoutes(app: App, deps: OutputDeps): void {
  addDocuments(app, deps);
  addFormFiles(app, deps);
  addPaperFiles(app, deps);
  addTableFiles(app, deps);
}

function addDocuments(app: App, deps: OutputDeps): void {
  const guarded = { onRequest: requireActor };
  addEndpoint(
    app,
    'getOutputs',
    ({ params, query, request }) => readArchive(deps, memberOf(request), params.id, query, 'view'),
    guarded,
  );
  addEndpoint(
    app,
    'getPaper',
    ({ params, query, request }) => readPaper(deps, memberOf(request), params.id, params.paper, query, 'view'),
    guarded,
  );
  addEndpoint(
    app,
    'getTable',
    ({ params, query, request }) => readTablePage(deps, memberOf(request), params, query),
    guarded,
  );
}

function addFormFiles(app: App, deps: OutputDeps): void {
  const tags = ['outputs'];
  app.get(
    `${base}/tickets/:id/forms/:form([a-z0-9-]+).docx`,
    {
      ...ofFiles,
      schema: {
        tags,
        operationId: 'getFormFile',
        summary: 'A printed form as a Word file',
        params: formParams,
        querystring: outputQuery,
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const document = await readForm(deps, memberOf(request), params.id, params.form, query);
      const { number, title } = document;
      const { writeFormDocx } = await docx();
      const file = await writeFormDocx(document, query.lang);
      return markAttachment(reply, 'docx', `${number} ${title}`, `${number}-${params.form}`).send(file);
    },
  );
  app.get(
    `${base}/tickets/:id/archive.docx`,
    {
      ...ofFiles,
      schema: {
        tags,
        operationId: 'getArchiveFile',
        summary: 'All printed forms of a ticket under its number, as one Word file',
        params: outputEndpoints.getOutputs.params,
        querystring: outputQuery,
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const document = await readArchive(deps, memberOf(request), params.id, query, 'export');
      const { number, title } = document;
      const { writeArchiveDocx } = await docx();
      const file = await writeArchiveDocx(document, query.lang);
      return markAttachment(reply, 'docx', `${number} ${title}`, `${number}-archive`).send(file);
    },
  );
}

function addPaperFiles(app: App, deps: OutputDeps): void {
  app.get(
    `${base}/tickets/:id/papers/:paper([a-z0-9-]+).docx`,
    {
      ...ofFiles,
      schema: {
        tags: ['outputs'],
        operationId: 'getPaperFile',
        summary: 'A letter, minutes, a solution or the coordination record as a Word file',
        params: paperParams,
        querystring: outputQuery,
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const { document } = await readPaper(deps, memberOf(request), params.id, params.paper, query, 'export');
      const { writeFormDocx } = await docx();
      const file = await writeFormDocx(document, query.lang);
      const plain = `${document.number}-${params.paper}`;
      return markAttachment(reply, 'docx', `${document.number} ${document.title}`, plain).send(file);
    },
  );
  app.get(
    `${base}/tickets/:id/papers/coordination-record.xlsx`,
    {
      ...ofFiles,
      schema: {
        tags: ['outputs'],
        operationId: 'getRecordSheets',
        summary: 'The coordination record as a workbook, a sheet for each of its tables',
        params: idParams,
        querystring: outputQuery,
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const paper = 'coordination-record';
      const { document } = await readPaper(deps, memberOf(request), params.id, paper, query, 'export');
      const { writeSheetsXlsx } = await sheets();
      const heads = [nameIn(paperWord('item'), query.lang), nameIn(paperWord('content'), query.lang)] as const;
      const file = await writeSheetsXlsx(document, { heads, hasNumbers: false });
      return markAttachment(reply, 'xlsx', `${document.number} ${document.title}`, `${document.number}-${paper}`).send(
        file,
      );
    },
  );
  app.get(
    `${base}/tickets/:id/meetings/:meeting(\\d+).ics`,
    {
      ...ofFiles,
      schema: {
        tags: ['outputs'],
        operationId: 'getInvitationFile',
        summary: 'A meeting for calendars (iCalendar); once cancelled, what takes it out again',
        params: meetingParams,
        querystring: outputQuery,
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const { number, file } = await readInvitation(deps, memberOf(request), params.id, params.meeting, query);
      return markAttachment(reply, 'ics', number, number).send(file);
    },
  );
}

function addTableFiles(app: App, deps: OutputDeps): void {
  app.get(
    `${base}/tables/:playbook/:table([a-z0-9-]+).xlsx`,
    {
      ...ofFiles,
      schema: {
        tags: ['outputs'],
        operationId: 'getTableFile',
        summary: 'A table over the tickets received in a period, as a spreadsheet',
        params: tableParams,
        querystring: tableQuery,
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const { head, timeZone, pages } = await openTable(deps, memberOf(request), params, query);
      const { writeTableXlsx } = await xlsx();
      const days = [query.from, query.to].filter((day) => day !== undefined).join('_');
      const named = (name: string) => (days === '' ? name : `${name} ${days}`);
      markAttachment(reply, 'xlsx', named(head.title), named(params.table));
      return reply.send(writeTableXlsx(head, pages, { timeZone, language: query.lang, mostRows }));
    },
  );
}
