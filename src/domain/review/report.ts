import type { DocumentRow, DocumentSection, FormDocument } from '../output/document.ts';
import { fillNames, nameIn, type OutputLanguage } from '../output/language.ts';
import type { Bilingual } from '../playbook/schema-parts.ts';
import type { Appraisal, Surge, Topic } from './compare.ts';
import { bottleneckOf, headlineOf, percentOf } from './rates.ts';
import { reportWords as words } from './report-words.ts';
import type { Review } from './review.ts';

/** A review as a document for product and service: what the page shows, in words, as tables. */
export type ReportNote = {
  playbook: string;
  category: string | null;
  rootCause: string;
  longTermFix: string;
  owner: number | null;
  due: string | null;
  doneAt: string | null;
};
export type Reported = {
  from: string;
  to: string;
  playbook: string | null;
  figures: Review;
  surges: readonly Surge[];
  topics: readonly Topic[];
  appraisal: Appraisal;
  isPartial: boolean;
  notes: readonly ReportNote[];
};
/** Names as readers know them; the code where nothing is known of it any more. */
export type ReportNames = {
  playbook(id: string): string;
  category(playbook: string, code: string): string;
  topic(playbook: string, code: string): string;
  clock(playbook: string, code: string): string;
  /** Of whichever playbook has it when none is named. */
  field(playbook: string | null, code: string): string;
  rating(playbook: string, code: string): string;
  reason(code: string): string;
  department(code: string): string;
  staff(id: number): string;
};
export type ReportContext = {
  organisation: string;
  language: OutputLanguage;
  printedAt: string;
  names: ReportNames;
};

export function reviewReport(review: Reported, context: ReportContext): FormDocument {
  const say = (word: Bilingual) => nameIn(word, context.language);
  const sections = [
    summary(review, context, say),
    ...handOffs(review, context, say),
    ...timeliness(review, context, say),
    ...demands(review, context, say),
    ...appraisals(review, context, say),
    ...casesSection(review, context, say),
    ...notes(review, context, say),
  ];
  return {
    form: 'review',
    title: say(words.title),
    number: `${review.from} – ${review.to}`,
    organisation: context.organisation,
    isFilled: true,
    sections,
    signatures: [],
    printedAt: context.printedAt,
  };
}

type Say = (word: Bilingual) => string;

function summary({ figures, ...review }: Reported, { names }: ReportContext, say: Say): DocumentSection {
  const { accuracy, onTime, satisfied } = headlineOf(figures);
  const row = (label: Bilingual, value: string): DocumentRow => ({ label: say(label), value, isWide: false });
  return {
    heading: say(words.summary),
    rows: [
      row(words.period, `${review.from} – ${review.to}`),
      row(words.playbook, review.playbook === null ? say(words.all) : names.playbook(review.playbook)),
      row(words.tickets, String(figures.tickets)),
      row(words.accuracy, percent(accuracy)),
      row(words.inTime, percent(onTime)),
      row(words.satisfied, percent(satisfied)),
      row(words.reopened, String(figures.satisfaction.reopened)),
      ...(review.isPartial ? [row(words.remark, say(words.partial))] : []),
    ],
  };
}

function handOffs({ figures }: Reported, { names }: ReportContext, say: Say): DocumentSection[] {
  const { byField, byReason } = figures.handOffs;
  return [
    ...tableSection(say(words.fields), [words.field, words.playbook, words.count].map(say), [
      ...byField.map(({ playbook, field, count }) => [names.field(playbook, field), names.playbook(playbook), count]),
    ]),
    ...tableSection(say(words.reasons), [words.reason, words.count].map(say), [
      ...Object.entries(byReason).map(([reason, count]) => [names.reason(reason), count]),
    ]),
  ];
}

function timeliness({ figures }: Reported, { names }: ReportContext, say: Say): DocumentSection[] {
  const { byClock } = figures.timeliness;
  const worst = bottleneckOf(byClock);
  const columns = [words.step, words.playbook, words.met, words.late, words.median, words.remark].map(say);
  return tableSection(
    say(words.steps),
    columns,
    byClock.map((one) => [
      names.clock(one.playbook, one.clock),
      names.playbook(one.playbook),
      one.met,
      one.late,
      one.medianMs === null ? '' : minutes(one.medianMs),
      one === worst ? say(words.bottleneck) : '',
    ]),
  );
}

function demands({ figures, surges, topics }: Reported, context: ReportContext, say: Say): DocumentSection[] {
  const { names } = context;
  const { byRating } = figures.satisfaction;
  const parts = [words.category, words.playbook, words.count, words.share, words.before, words.change, words.remark];
  return [
    ...tableSection(
      say(words.types),
      parts.map(say),
      surges.map(({ playbook, category, count, before, change, isSurge }) => [
        typeName(playbook, category, context, say),
        names.playbook(playbook),
        count,
        percent(percentOf(count, figures.tickets)),
        before,
        change === null ? '' : `${change} %`,
        isSurge ? say(words.surge) : '',
      ]),
    ),
    ...tableSection(
      say(words.topics),
      [words.topic, words.category, words.playbook, words.count, words.share, words.before, words.remark].map(say),
      topics.map(({ playbook, category, topic, count, share, before, isCluster }) => [
        names.topic(playbook, topic),
        typeName(playbook, category, context, say),
        names.playbook(playbook),
        count,
        percent(share),
        before,
        isCluster ? say(words.cluster) : '',
      ]),
    ),
    ...tableSection(
      say(words.ratings),
      [words.rating, words.playbook, words.count].map(say),
      byRating.map(({ playbook, rating, count }) => [names.rating(playbook, rating), names.playbook(playbook), count]),
    ),
  ];
}

function appraisals({ appraisal }: Reported, { names }: ReportContext, say: Say): DocumentSection[] {
  const below = (isBelow: boolean) => (isBelow ? say(words.below) : '');
  return [
    ...tableSection(
      say(words.agents),
      [words.staff, words.made, words.accuracy, words.praises, words.remark].map(say),
      appraisal.agents.map((one) => [
        names.staff(one.staff),
        one.made,
        percent(one.accuracy),
        one.praises,
        below(one.isBelow),
      ]),
    ),
    ...tableSection(
      say(words.departments),
      [words.department, words.met, words.late, words.onTime, words.remark].map(say),
      appraisal.departments.map((one) => [
        names.department(one.department),
        one.met,
        one.late,
        percent(one.onTime),
        below(one.isBelow),
      ]),
    ),
    ...tableSection(
      say(words.owners),
      [words.owner, words.met, words.late, words.onTime, words.praises].map(say),
      appraisal.owners.map((one) => [names.staff(one.staff), one.met, one.late, percent(one.onTime), one.praises]),
    ),
  ];
}

/** The period's own cases, good and bad. */
export function casesSection({ figures }: Reported, { names, language }: ReportContext, say: Say): DocumentSection[] {
  const { fastest, escalatedAfterMissingField, forTraining } = figures.cases;
  const fill = (word: Bilingual, values: Record<string, string | number>) => nameIn(fillNames(word, values), language);
  return tableSection(say(words.cases), [words.ticket, words.remark].map(say), [
    ...fastest.map(({ number, ms }) => [number, fill(words.fastest, { minutes: minutes(ms) })]),
    ...escalatedAfterMissingField.map(({ number, fields }) => [
      number,
      fill(words.escalated, { fields: fields.map((field) => names.field(null, field)).join(', ') }),
    ]),
    ...forTraining.map(({ number }) => [number, say(words.marked)]),
  ]);
}

function notes({ notes: all }: Reported, context: ReportContext, say: Say): DocumentSection[] {
  const parts = [words.category, words.rootCause, words.longTermFix, words.owner, words.due, words.done];
  return tableSection(
    say(words.notes),
    parts.map(say),
    all.map((note) => [
      note.category === null
        ? context.names.playbook(note.playbook)
        : typeName(note.playbook, note.category, context, say),
      note.rootCause,
      note.longTermFix,
      note.owner === null ? '' : context.names.staff(note.owner),
      note.due ?? '',
      note.doneAt === null ? '' : note.doneAt.slice(0, 10),
    ]),
  );
}

function typeName(playbook: string, category: string | null, { names }: ReportContext, say: Say): string {
  return category === null ? say(words.unclassified) : names.category(playbook, category);
}

/** Nothing where there are no rows. */
export function tableSection(
  heading: string,
  columns: string[],
  rows: readonly (string | number)[][],
): DocumentSection[] {
  if (rows.length === 0) return [];
  const grid = { kind: 'grid' as const, columns, rows: rows.map((row) => row.map(String)) };
  return [{ heading, rows: [{ label: heading, value: grid, isWide: true }] }];
}

const percent = (value: number | null) => (value === null ? '—' : `${value} %`);
const minutes = (ms: number) => Math.round(ms / 60_000);
