import { reviewReportQuery, trainingQuery } from '../../../contract/review.ts';
import { nameIn } from '../../../domain/output/language.ts';
import { reportWords } from '../../../domain/review/report-words.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { addFile, docx, sheets } from '../outputs/index.ts';
import { memberOf, requireActor } from '../session/index.ts';
import type { Engine } from '../tickets/index.ts';
import { changeNote, createNote, readNotes } from './notes.ts';
import { readReport, readTraining } from './read-report.ts';
import { readReview } from './read-review.ts';

/** A review reads many tickets. */
const guarded = { onRequest: requireActor, config: { rateLimit: { max: 60, timeWindow: 60_000 } } };

export function registerReviewRoutes(app: App, engine: Engine): void {
  addEndpoint(app, 'getReview', ({ query, request }) => readReview(engine, memberOf(request), query), guarded);
  addNoteRoutes(app, engine);
  addReportFiles(app, engine);
  addTrainingFile(app, engine);
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
  const report = { tag: 'reviews', query: reviewReportQuery };
  const document = {
    ...report,
    path: '/reviews/report.docx',
    operationId: 'getReviewReport',
    summary: 'A review as a Word file',
  };
  addFile(app, document, async ({ query, member }) => {
    const read = await readReport(engine, member, query);
    const { writeFormDocx } = await docx();
    return { kind: 'docx', ...namesOf(read, query), content: await writeFormDocx(read, query.lang) };
  });
  const workbook = {
    ...report,
    path: '/reviews/report.xlsx',
    operationId: 'getReviewSheets',
    summary: 'A review as a workbook',
  };
  addFile(app, workbook, async ({ query, member }) => {
    const read = await readReport(engine, member, query);
    const { writeSheetsXlsx } = await sheets();
    const heads = [nameIn(reportWords.summary, query.lang), nameIn(reportWords.count, query.lang)] as const;
    const content = await writeSheetsXlsx(read, { heads, hasNumbers: true });
    return { kind: 'xlsx', ...namesOf(read, query), content };
  });
}

function addTrainingFile(app: App, engine: Engine): void {
  const training = {
    tag: 'reviews',
    query: trainingQuery,
    path: '/reviews/training.docx',
    operationId: 'getTraining',
    summary: 'What both sides are trained with, and the cases of a period, as a Word file',
  };
  addFile(app, training, async ({ query, member }) => {
    const read = await readTraining(engine, member, query);
    const { writeFormDocx } = await docx();
    const plain = `training-${query.playbook}-${query.from}_${query.to}`;
    return { kind: 'docx', ...namesOf(read, query), plain, content: await writeFormDocx(read, query.lang) };
  });
}

const namesOf = (read: { title: string; number: string }, { from, to }: { from: string; to: string }) => ({
  name: `${read.title} ${read.number}`,
  plain: `review-${from}_${to}`,
});
