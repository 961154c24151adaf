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
import { addFile } from './add-file.ts';
import { type OutputDeps, readArchive, readForm, readInvitation, readPaper } from './read-outputs.ts';
import { openTable, readTablePage } from './read-table.ts';
import { docx, sheets, xlsx } from './writers.ts';

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
  const form = {
    path: '/tickets/:id/forms/:form([a-z0-9-]+).docx',
    operationId: 'getFormFile',
    summary: 'A printed form as a Word file',
    params: formParams,
    query: outputQuery,
  };
  addFile(app, form, async ({ params, query, member }) => {
    const document = await readForm(deps, member, params.id, params.form, query);
    const { writeFormDocx } = await docx();
    return {
      kind: 'docx',
      name: `${document.number} ${document.title}`,
      plain: `${document.number}-${params.form}`,
      content: await writeFormDocx(document, query.lang),
    };
  });
  const archive = {
    path: '/tickets/:id/archive.docx',
    operationId: 'getArchiveFile',
    summary: 'All printed forms of a ticket under its number, as one Word file',
    params: outputEndpoints.getOutputs.params,
    query: outputQuery,
  };
  addFile(app, archive, async ({ params, query, member }) => {
    const document = await readArchive(deps, member, params.id, query, 'export');
    const { writeArchiveDocx } = await docx();
    return {
      kind: 'docx',
      name: `${document.number} ${document.title}`,
      plain: `${document.number}-archive`,
      content: await writeArchiveDocx(document, query.lang),
    };
  });
}

function addPaperFiles(app: App, deps: OutputDeps): void {
  const paper = {
    path: '/tickets/:id/papers/:paper([a-z0-9-]+).docx',
    operationId: 'getPaperFile',
    summary: 'A letter, minutes, a solution or the coordination record as a Word file',
    params: paperParams,
    query: outputQuery,
  };
  addFile(app, paper, async ({ params, query, member }) => {
    const { document } = await readPaper(deps, member, params.id, params.paper, query, 'export');
    const { writeFormDocx } = await docx();
    return {
      kind: 'docx',
      name: `${document.number} ${document.title}`,
      plain: `${document.number}-${params.paper}`,
      content: await writeFormDocx(document, query.lang),
    };
  });
  const record = {
    path: '/tickets/:id/papers/coordination-record.xlsx',
    operationId: 'getRecordSheets',
    summary: 'The coordination record as a workbook, a sheet for each of its tables',
    params: idParams,
    query: outputQuery,
  };
  addFile(app, record, async ({ params, query, member }) => {
    const { document } = await readPaper(deps, member, params.id, 'coordination-record', query, 'export');
    const { writeSheetsXlsx } = await sheets();
    const heads = [nameIn(paperWord('item'), query.lang), nameIn(paperWord('content'), query.lang)] as const;
    return {
      kind: 'xlsx',
      name: `${document.number} ${document.title}`,
      plain: `${document.number}-coordination-record`,
      content: await writeSheetsXlsx(document, { heads, hasNumbers: false }),
    };
  });
  const invitation = {
    path: '/tickets/:id/meetings/:meeting(\\d+).ics',
    operationId: 'getInvitationFile',
    summary: 'A meeting for calendars (iCalendar); once cancelled, what takes it out again',
    params: meetingParams,
    query: outputQuery,
  };
  addFile(app, invitation, async ({ params, query, member }) => {
    const { number, file } = await readInvitation(deps, member, params.id, params.meeting, query);
    return { kind: 'ics', name: number, plain: number, content: file };
  });
}

function addTableFiles(app: App, deps: OutputDeps): void {
  const table = {
    path: '/tables/:playbook/:table([a-z0-9-]+).xlsx',
    operationId: 'getTableFile',
    summary: 'A table over the tickets received in a period, as a spreadsheet',
    params: tableParams,
    query: tableQuery,
  };
  addFile(app, table, async ({ params, query, member }) => {
    const { head, timeZone, pages } = await openTable(deps, member, params, query);
    const { writeTableXlsx } = await xlsx();
    const days = [query.from, query.to].filter((day) => day !== undefined).join('_');
    const named = (name: string) => (days === '' ? name : `${name} ${days}`);
    return {
      kind: 'xlsx',
      name: named(head.title),
      plain: named(params.table),
      content: writeTableXlsx(head, pages, { timeZone, language: query.lang, mostRows }),
    };
  });
}
