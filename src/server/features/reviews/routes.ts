import { reviewReportQuery } from '../../../contract/review.ts';
import { nameIn } from '../../../domain/output/language.ts';
import { reportWords } from '../../../domain/review/report-words.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { docx, markAttachment, sheets } from '../outputs/index.ts';
import { memberOf, requireActor } from '../session/index.ts';
import type { Engine } from '../tickets/index.ts';
import { changeNote, createNote, readNotes } from './notes.ts';
import { readReport } from './read-report.ts';
import { readReview } from './read-review.ts';

/** A review reads many tickets. */
const guarded = { onRequest: requireActor, config: { rateLimit: { max: 60, timeWindow: 60_000 } } };

export function registerReviewRoutes(app: App, engine: Engine): void {
  addEndpoint(app, 'getReview', ({ query, request }) => readReview(engine, memberOf(request), query), guarded);
  addNoteRoutes(app, engine);
  addReportFiles(app, engine);
}

function addNoteRoutes(app: App, engine: Engine): void {
  const ofMembers = { onRequest: requireActor };
  addEndpoint(
    app,
    'listReviewNotes',
    async ({ query, request }) => ({ items: await readNotes(engine, memberOf(request), query) }),
    ofMembers,
  );
  addEndpoint(app, 'createReviewNote', ({ body, request }) => createNote(engine, memberOf(request), body), ofMembers);
  addEndpoint(
    app,
    'changeReviewNote',
    ({ params, body, request }) => changeNote(engine, memberOf(request), params.id, body),
    ofMembers,
  );
}

function addReportFiles(app: App, engine: Engine): void {
  const schema = { tags: ['reviews'], querystring: reviewReportQuery };
  app.get(
    '/api/v1/reviews/report.docx',
    { ...guarded, schema: { ...schema, operationId: 'getReviewReport', summary: 'A review as a Word file' } },
    async (request, reply) => {
      const document = await readReport(engine, memberOf(request), request.query);
      const { writeFormDocx } = await docx();
      const file = await writeFormDocx(document, request.query.lang);
      return markAttachment(reply, 'docx', `${document.title} ${document.number}`, plainName(request.query)).send(file);
    },
  );
  app.get(
    '/api/v1/reviews/report.xlsx',
    { ...guarded, schema: { ...schema, operationId: 'getReviewSheets', summary: 'A review as a workbook' } },
    async (request, reply) => {
      const { query } = request;
      const document = await readReport(engine, memberOf(request), query);
      const { writeSheetsXlsx } = await sheets();
      const heads = [nameIn(reportWords.summary, query.lang), nameIn(reportWords.count, query.lang)] as const;
      const file = await writeSheetsXlsx(document, { heads, hasNumbers: true });
      return markAttachment(reply, 'xlsx', `${document.title} ${document.number}`, plainName(query)).send(file);
    },
  );
}

const plainName = ({ from, to }: { from: string; to: string }) => `review-${from}_${to}`;
