import { diffPlaybooks } from '../../../domain/playbook/diff.ts';
import { editYaml } from '../../../domain/playbook/edit-yaml.ts';
import { problemAt } from '../../../domain/playbook/problem.ts';
import { parsePlaybook, placed } from '../../../domain/playbook/source.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { transaction } from '../../database/pool.ts';
import { announcePublication } from '../playbooks/index.ts';
import type { Member } from '../session/index.ts';
import type { StudioDeps } from './deps.ts';
import { authorOf, refuseChanged } from './drafts.ts';
import { examine, refuseProblems } from './problems.ts';
import { type DraftRow, deleteDraft, insertPublication, latestVersion, lockDraft, selectDraft } from './store.ts';

type Order = { version: number; note: string };

/**
 * Puts the draft into force as the next version: new tickets get it, running ones keep theirs. Everything or nothing.
 * @returns the version
 * @throws Refusal playbook.has-problems, playbook.draft-*, playbook.base-moved, playbook.unchanged
 */
export async function publishPlaybook(deps: StudioDeps, actor: Member, id: string, order: Order): Promise<number> {
  const seen = await selectDraft(deps.pool, id);
  if (!seen || seen.version !== order.version) return refuseChanged(deps, id);
  const latest = await latestVersion(deps.pool, id);
  const { playbook, source } = nextVersion(deps, seen, latest);
  const published = await transaction(deps.pool, async (client) => {
    const draft = await lockDraft(client, id);
    if (draft?.version !== order.version) return false;
    const publication = { playbook, source, authorId: authorOf(actor), note: order.note, now: deps.clock.now() };
    if (!(await insertPublication(client, publication))) throw baseMoved(seen, playbook.version);
    await deleteDraft(client, id, draft.version);
    await announcePublication(client);
    return true;
  });
  if (!published) return refuseChanged(deps, id);
  await deps.playbooks.reload();
  return playbook.version;
}

function baseMoved({ base_version: base }: DraftRow, latest: number): Refusal {
  return new Refusal('playbook.base-moved', 'baseVersion', { base: base ?? 0, latest });
}

/** The draft as the version that follows the latest one, checked as what it will be. */
function nextVersion(deps: StudioDeps, draft: DraftRow, latest: number) {
  refuseProblems(examine(draft.source, deps.directory).problems);
  if ((draft.base_version ?? 0) !== latest) throw baseMoved(draft, latest);
  const source = editYaml(draft.source, { do: 'set', path: ['version'], value: latest + 1 });
  const parsed = parsePlaybook(source);
  if (parsed.problems) throw new Error(`Playbook ${draft.playbook} cannot be numbered`);
  const { playbook, placeOf } = parsed;
  if (playbook.id !== draft.playbook) refuseProblems(placed([otherId(draft.playbook)], placeOf));
  if (latest > 0 && diffPlaybooks(deps.playbooks.get(draft.playbook, latest).source, playbook).length === 0)
    throw new Refusal('playbook.unchanged', 'source', { version: latest });
  return { playbook, source };
}

function otherId(id: string) {
  const zh = { message: `这里是方案「${id}」，id 不能改`, remedy: `请写回 ${id}；要另立一套方案，请导入为新方案` };
  const remedy = `write ${id}; to make another playbook of it, import it under its own id`;
  return { ...problemAt(['id'], `this is the playbook "${id}", whose id stays`, { remedy, zh }), nearest: id };
}
