import { problemAt } from '../../../domain/playbook/problem.ts';
import { identifier } from '../../../domain/playbook/schema-parts.ts';
import { placed } from '../../../domain/playbook/source.ts';
import { type PlacedProblem, readYaml } from '../../../domain/playbook/yaml.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { Member } from '../session/index.ts';
import type { StudioDeps } from './deps.ts';
import { examine, refuseProblems } from './problems.ts';
import { type DraftRow, deleteDraft, latestVersion, selectDraft, writeDraft } from './store.ts';

/** Drafts: one a playbook, which whoever may edit goes on with; two at once never write over each other. */

export const authorOf = (actor: Member): number | null => (actor.kind === 'staff' ? actor.id : null);

/** @throws Refusal playbook.draft-changed */
export async function saveDraft(
  deps: StudioDeps,
  actor: Member,
  playbook: string,
  body: { source: string; version: number; baseVersion: number | null },
): Promise<DraftRow> {
  const { pool, clock } = deps;
  const { source, baseVersion, version: seen } = body;
  const draft = { playbook, source, baseVersion, authorId: authorOf(actor), now: clock.now(), seen };
  return (await writeDraft(pool, draft)) ?? refuseChanged(deps, playbook);
}

/** @throws Refusal playbook.draft-changed, playbook.draft-unknown */
export async function discardDraft(deps: StudioDeps, playbook: string, version: number): Promise<void> {
  if (!(await deleteDraft(deps.pool, playbook, version))) await refuseChanged(deps, playbook);
}

export async function refuseChanged({ pool, directory }: StudioDeps, playbook: string): Promise<never> {
  const draft = await selectDraft(pool, playbook);
  if (!draft) throw new Refusal('playbook.draft-unknown', 'id', { id: playbook });
  const name = nameOf(directory, draft.author_id);
  throw new Refusal('playbook.draft-changed', 'version', { id: playbook, name, version: draft.version });
}

/**
 * Takes a file in as a draft, with what is wrong in it: it can be mended here. Only a file that cannot be read, or that does not say which
 * playbook it is, is refused.
 * @throws Refusal playbook.has-problems, playbook.draft-exists, playbook.draft-changed
 */
export async function importDraft(
  deps: StudioDeps,
  actor: Member,
  { source, replaces }: { source: string; replaces?: number | undefined },
): Promise<{ id: string; problems: PlacedProblem[] }> {
  const id = idIn(source);
  const baseVersion = (await latestVersion(deps.pool, id)) || null;
  const before = await selectDraft(deps.pool, id);
  if (before && replaces === undefined) {
    const name = nameOf(deps.directory, before.author_id);
    throw new Refusal('playbook.draft-exists', 'source', { id, name, version: before.version });
  }
  await saveDraft(deps, actor, id, { source, version: before ? (replaces ?? 0) : 0, baseVersion });
  return { id, problems: examine(source, deps.directory).problems };
}

function idIn(source: string): string {
  const yaml = readYaml(source);
  if (yaml.problems) refuseProblems(yaml.problems);
  const { value, placeOf } = yaml as Exclude<typeof yaml, { problems: PlacedProblem[] }>;
  const id = identifier.safeParse((value as { id?: unknown } | null)?.id);
  if (id.success) return id.data;
  const zh = { message: '没有写明是哪套方案的 id', remedy: '请写 id：小写字母、数字与连字符，例如 my-flow' };
  const remedy = 'write lower-case letters, digits and hyphens, such as my-flow';
  refuseProblems(placed([problemAt(['id'], 'does not say which playbook it is', { remedy, zh })], placeOf));
  return '';
}

export function nameOf(directory: StudioDeps['directory'], id: number | null): string {
  return id === null ? 'API' : (directory.staff(id)?.name ?? `#${id}`);
}
