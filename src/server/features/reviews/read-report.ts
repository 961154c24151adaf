import type { z } from 'zod';
import type { reviewReportQuery, trainingQuery } from '../../../contract/review.ts';
import type { FormDocument } from '../../../domain/output/document.ts';
import { nameIn, type OutputLanguage } from '../../../domain/output/language.ts';
import { localTime } from '../../../domain/output/local-time.ts';
import { bounceNames } from '../../../domain/output/words.ts';
import { topicOptions } from '../../../domain/playbook/field-options.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import type { Bilingual } from '../../../domain/playbook/schema-parts.ts';
import { type ReportContext, type ReportNames, reviewReport } from '../../../domain/review/report.ts';
import { trainingMaterial } from '../../../domain/review/training.ts';
import { readOrganisationSetting } from '../organisation/index.ts';
import { readDepartmentNames } from '../outputs/index.ts';
import type { Member } from '../session/index.ts';
import type { Engine } from '../tickets/index.ts';
import { readNotes } from './notes.ts';
import { readReview } from './read-review.ts';

/** The review with its notes as a document, by the same rules as the page. */
export async function readReport(
  engine: Engine,
  actor: Member,
  { lang, ...query }: z.output<typeof reviewReportQuery>,
): Promise<FormDocument> {
  const review = await readReview(engine, actor, query);
  const notes = await readNotes(engine, actor, query);
  return reviewReport({ ...review, notes }, await reportContext(engine, lang));
}

/** What both sides are trained with, from the playbook and the cases of a period. */
export async function readTraining(
  engine: Engine,
  actor: Member,
  { lang, ...query }: z.output<typeof trainingQuery>,
): Promise<FormDocument> {
  const review = await readReview(engine, actor, query);
  const playbook = engine.playbooks.get(query.playbook);
  return trainingMaterial(playbook, { ...review, notes: [] }, await reportContext(engine, lang));
}

async function reportContext(engine: Engine, language: OutputLanguage): Promise<ReportContext> {
  const organisation = await readOrganisationSetting(engine.pool);
  const departments = await readDepartmentNames(engine.pool);
  return {
    organisation: organisation?.name ?? '',
    language,
    printedAt: localTime(engine.clock.now(), engine.timeZone),
    names: namesOf(engine, departments, language),
  };
}

type Departments = Awaited<ReturnType<typeof readDepartmentNames>>;

function namesOf({ playbooks, directory }: Engine, departments: Departments, language: OutputLanguage): ReportNames {
  const all = playbooks.list().map(({ source }) => source);
  const of = (playbook: string | null) => all.filter(({ id }) => playbook === null || id === playbook);
  const named = (options: readonly { id: string; name: Bilingual }[], code: string) => {
    const found = options.find(({ id }) => id === code);
    return found ? nameIn(found.name, language) : code;
  };
  const part = (part: 'categories' | 'clocks' | 'ratings') => (playbook: string, code: string) =>
    named(
      of(playbook).flatMap((one: Playbook): readonly { id: string; name: Bilingual }[] => one[part]),
      code,
    );
  return {
    playbook: (id) => named(all, id),
    category: part('categories'),
    topic: (playbook, code) => named(of(playbook).flatMap(topicOptions), code),
    clock: part('clocks'),
    rating: part('ratings'),
    field: (playbook, code) =>
      named(
        of(playbook).flatMap(({ forms }) => forms.flatMap(({ fields }) => fields)),
        code,
      ),
    reason: (code) =>
      named(
        Object.entries(bounceNames).map(([id, name]) => ({ id, name })),
        code,
      ),
    department: (code) => {
      const name = departments.get(code);
      return name ? nameIn(name, language) : code;
    },
    staff: (id) => directory.staff(id)?.name ?? String(id),
  };
}
