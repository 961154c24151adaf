import type { z } from 'zod';
import type { MigrationChangeView, MigrationView, migrationBody } from '../../../contract/studio.ts';
import type { MigrationChange } from '../../../domain/ticket/migration-changes.ts';
import type { Language } from '../../http/language.ts';
import { answerTo } from '../../http/problem.ts';
import type { Member } from '../session/index.ts';
import { migrateTickets, previewMigration, type TicketMigration } from '../tickets/index.ts';
import type { StudioDeps } from './deps.ts';

type Body = z.output<typeof migrationBody>;
export type MigrationMode = 'preview' | 'migrate';

/** The next batch of running tickets, weighed or moved; the caller goes on with `next`. */
export async function runMigration(
  { engine }: StudioDeps,
  actor: Member,
  playbook: string,
  { to, stages, tickets, after, limit }: Body,
  mode: MigrationMode,
  language: Language,
): Promise<MigrationView> {
  const run = mode === 'preview' ? previewMigration : migrateTickets;
  const order = { playbook, to, stages, tickets: tickets ?? null };
  const { items, next } = await run(engine, actor, order, after ?? 0, limit);
  return { items: items.map((item) => viewItem(item, language)), next };
}

function viewItem({ id, number, from, stage, changes, refusal }: TicketMigration, language: Language) {
  const why = refusal && answerTo(refusal, language, '').problem;
  return {
    id,
    number,
    from,
    stage,
    changes: changes.map(viewChange),
    refusal: why && { code: why.code, title: why.title, remedy: why.remedy ?? '' },
  };
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

function viewChange(change: MigrationChange): MigrationChangeView {
  switch (change.kind) {
    case 'clock-starts':
    case 'clock-stops':
      return { ...change, due: iso(change.due) };
    case 'clock-moves':
      return { ...change, from: iso(change.from), to: iso(change.to) };
    default:
      return change;
  }
}
