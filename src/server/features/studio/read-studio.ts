import type { DraftView, StudioItem, StudioView } from '../../../contract/studio.ts';
import { diffPlaybooks } from '../../../domain/playbook/diff.ts';
import { writeYaml } from '../../../domain/playbook/edit-yaml.ts';
import { diffLines } from '../../../domain/playbook/line-diff.ts';
import { recommendedFirst } from '../../../domain/playbook/recommended.ts';
import { parsePlaybook } from '../../../domain/playbook/source.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { countRunning } from '../tickets/index.ts';
import type { StudioDeps } from './deps.ts';
import { nameOf } from './drafts.ts';
import { type DraftRow, selectDraft, selectDrafts, selectSource, selectVersions, type VersionRow } from './store.ts';

const iso = (at: number) => new Date(at).toISOString();

export async function listStudio(deps: StudioDeps): Promise<StudioItem[]> {
  const [versions, drafts, counts] = await Promise.all([
    selectVersions(deps.pool),
    selectDrafts(deps.pool),
    countRunning(deps.pool),
  ]);
  const byId = Map.groupBy(versions, ({ id }) => id);
  const ids = new Set([...byId.keys(), ...drafts.map(({ playbook }) => playbook)]);
  const running = (id: string) =>
    counts.filter((one) => one.playbook === id).map(({ version, count }) => ({ version, count }));
  return recommendedFirst([...ids]).map((id) => {
    const draft = drafts.find(({ playbook }) => playbook === id) ?? null;
    const item = viewItem(deps, id, byId.get(id) ?? [], draft, running(id));
    return {
      ...item,
      draft: draft && {
        by: viewPerson(deps, draft.author_id),
        at: iso(draft.updated_at),
        baseVersion: draft.base_version,
      },
    };
  });
}

/** @throws Refusal playbook.unknown */
export async function readStudio(deps: StudioDeps, id: string): Promise<StudioView> {
  const [all, draft, counts] = await Promise.all([
    selectVersions(deps.pool),
    selectDraft(deps.pool, id),
    countRunning(deps.pool),
  ]);
  const versions = all.filter((one) => one.id === id);
  // Says which there are.
  if (versions.length === 0 && !draft) deps.playbooks.get(id);
  const running = counts.filter((one) => one.playbook === id).map(({ version, count }) => ({ version, count }));
  return {
    ...viewItem(deps, id, versions, draft, running),
    versions: versions
      .map(({ version, published_at, author_id, note, is_own }) => ({
        version,
        at: iso(published_at),
        by: viewPerson(deps, author_id),
        note,
        isOwn: is_own,
        running: running.find((one) => one.version === version)?.count ?? 0,
      }))
      .reverse(),
    draft: draft && viewDraft(deps, draft),
  };
}

function viewItem(
  deps: StudioDeps,
  id: string,
  versions: readonly VersionRow[],
  draft: DraftRow | null,
  running: StudioItem['running'],
): Omit<StudioItem, 'draft'> {
  const latest = versions.findLast((one) => !one.is_retired) ?? versions.at(-1);
  const document = latest ? deps.playbooks.get(id, latest.version).source : null;
  const drafted = !document && draft ? parsePlaybook(draft.source) : null;
  const { name, summary } = document ?? (drafted && !drafted.problems ? drafted.playbook : unnamed(id));
  return {
    id,
    name,
    summary,
    version: latest?.version ?? null,
    isRetired: versions.length > 0 && versions.every((one) => one.is_retired),
    isOwn: versions.some((one) => one.is_own),
    running,
  };
}

const unnamed = (id: string) => ({ name: { zh: id, en: id }, summary: { zh: '', en: '' } });

export function viewDraft(deps: StudioDeps, draft: DraftRow): DraftView {
  const { source, version, base_version: baseVersion, author_id, updated_at } = draft;
  return { source, version, baseVersion, by: viewPerson(deps, author_id), at: iso(updated_at) };
}

function viewPerson({ directory }: StudioDeps, id: number | null) {
  return id === null ? null : { id, name: nameOf(directory, id) };
}

/** A version as it was written, or, where only its document was kept, written anew. @throws Refusal playbook.unknown, playbook.version-unknown */
export async function readSource(deps: StudioDeps, id: string, version: number): Promise<string> {
  const { source: document } = deps.playbooks.get(id, version);
  return (await selectSource(deps.pool, id, version)) ?? writeYaml(document);
}

export async function diffVersions(deps: StudioDeps, id: string, from: number, to: number) {
  if (from === to) throw new Refusal('request.invalid', 'to', {}, 'from and to are the same version');
  const [before, after] = await Promise.all([readSource(deps, id, from), readSource(deps, id, to)]);
  const changes = diffPlaybooks(deps.playbooks.get(id, from).source, deps.playbooks.get(id, to).source);
  return { changes, lines: diffLines(before, after) };
}
