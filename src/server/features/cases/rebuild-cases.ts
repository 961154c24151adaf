import { isDeepStrictEqual } from 'node:util';
import { type CaseText, caseNumber } from '../../../domain/case/case-text.ts';
import { type CaseState, type CaseStep, evolveCase } from '../../../domain/case/state.ts';
import { type DatabasePool, type PoolClient, transaction } from '../../database/pool.ts';
import type { KeyRing } from '../../platform/crypto/key-ring.ts';
import type { OrganisationKey } from '../../platform/crypto/organisation-key.ts';
import { caseTokens } from './case-tokens.ts';
import { openCaseText } from './sealed-case.ts';
import { type CaseEntry, loadVersion, lockCase, readSteps, stateOf } from './store.ts';
import { caseIdsAfter, repairEntry } from './store-rebuild.ts';
import { loadTokens, saveTokens } from './store-search.ts';

/**
 * Folds every case's steps again and compares with what is kept of them: how it stands, the tags and search tokens of its published version.
 * With `repairs` what differs is written anew, each case under its lock.
 */
export type RebuildCaseDeps = { pool: DatabasePool; ring: KeyRing; key: OrganisationKey };
export type CaseDifference = {
  number: string;
  differences: { field: string; stored: unknown; rebuilt: unknown }[];
  isRepaired: boolean;
};
export type RebuildCasesSummary = { cases: number; different: number; repaired: number };

const batchSize = 200;

export async function rebuildCases(
  deps: RebuildCaseDeps,
  repairs: boolean,
  { found }: { found: (one: CaseDifference) => void },
): Promise<RebuildCasesSummary> {
  const summary: RebuildCasesSummary = { cases: 0, different: 0, repaired: 0 };
  for (let after = 0; ; ) {
    const ids = await caseIdsAfter(deps.pool, after, batchSize);
    const last = ids.at(-1);
    if (last === undefined) return summary;
    for (const id of ids) {
      const one = await transaction(deps.pool, (client) => rebuildCase(deps, client, id, repairs));
      summary.cases++;
      if (!one || one.differences.length === 0) continue;
      summary.different++;
      if (one.isRepaired) summary.repaired++;
      found(one);
    }
    after = last;
  }
}

/** Under its lock, so that nobody who is at work is taken for a difference. */
async function rebuildCase(
  { ring, key }: RebuildCaseDeps,
  client: PoolClient,
  id: number,
  repairs: boolean,
): Promise<CaseDifference | null> {
  const entry = await lockCase(client, id);
  if (!entry) return null;
  const state = await foldSteps(client, id);
  const text = await publishedText(client, key, entry, state);
  const derived = { ...state, tags: text?.tags ?? [], tokens: text ? caseTokens(ring, text).tokens : null };
  const stored = { ...stateOf(entry), tags: entry.tags, tokens: await loadTokens(client, id) };
  const differences = Object.entries(derived).flatMap(([field, rebuilt]) => {
    const was = stored[field as keyof typeof stored];
    return isDeepStrictEqual(was, rebuilt) ? [] : [{ field, stored: shown(was), rebuilt: shown(rebuilt) }];
  });
  const isRepaired = repairs && differences.length > 0;
  if (isRepaired) {
    await repairEntry(client, id, state, derived.tags);
    if (text) await saveTokens(client, id, caseTokens(ring, text));
  }
  return { number: caseNumber(id), differences, isRepaired };
}

async function foldSteps(client: PoolClient, id: number): Promise<CaseState> {
  let state: CaseState | null = null;
  for (const { type, data, staff_id: by } of await readSteps(client, id))
    state = evolveCase(state, { type, data, by, note: '' } as CaseStep);
  if (!state) throw new Error(`Case ${caseNumber(id)} has no steps`);
  return state;
}

async function publishedText(
  client: PoolClient,
  key: OrganisationKey,
  { id }: CaseEntry,
  { published }: CaseState,
): Promise<CaseText | null> {
  const version = published === null ? null : await loadVersion(client, id, published);
  return version && openCaseText(key, id, version.version, version.secret);
}

/** Of tokens only how many: they say nothing to a reader. */
const shown = (value: unknown) => (Array.isArray(value) && value.length > 20 ? `${value.length} tokens` : value);
