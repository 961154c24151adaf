import type { PhraseBody } from '../../../contract/phrase.ts';
import { demandPhraseChange } from '../../../domain/access/phrase-rules.ts';
import { checkPhrase } from '../../../domain/phrase/check.ts';
import { nearest } from '../../../domain/playbook/nearest.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { alwaysReachable } from '../../../domain/ticket/check-via.ts';
import type { DatabasePool } from '../../database/pool.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PlaybookRegistry } from '../playbooks/index.ts';
import type { Member } from '../session/index.ts';
import { countUse, findPhrase, insertPhrase, type PhraseRow, removePhrase, updatePhrase } from './store.ts';

export type PhraseDeps = { pool: DatabasePool; clock: Clock; playbooks: Pick<PlaybookRegistry, 'list'> };

/** @throws Refusal auth.forbidden, phrase.empty, phrase.half, phrase.variable-unknown, phrase.scope-unknown */
export async function createPhrase(deps: PhraseDeps, actor: Member, body: PhraseBody): Promise<PhraseRow> {
  return insertPhrase(deps.pool, checked(deps, actor, body));
}

/** @throws Refusal phrase.unknown, phrase.changed, and those of `createPhrase` */
export async function changePhrase(
  deps: PhraseDeps,
  actor: Member,
  id: number,
  { version, ...body }: PhraseBody & { version: number },
): Promise<PhraseRow> {
  const write = checked(deps, actor, body);
  const changed = await updatePhrase(deps.pool, id, version, write);
  return changed ?? refuseStale(deps, id, version);
}

/** @throws Refusal auth.forbidden, phrase.unknown, phrase.changed */
export async function dropPhrase(deps: PhraseDeps, actor: Member, id: number, version: number): Promise<void> {
  demandPhraseChange(actor);
  if (!(await removePhrase(deps.pool, id, version, deps.clock.now()))) await refuseStale(deps, id, version);
}

/** @throws Refusal phrase.unknown */
export async function countPhraseUse({ pool }: PhraseDeps, id: number): Promise<void> {
  if (!(await countUse(pool, id))) throw new Refusal('phrase.unknown', 'id', { id });
}

function checked(deps: PhraseDeps, actor: Member, body: PhraseBody) {
  demandPhraseChange(actor);
  checkPhrase(body);
  checkScope(
    deps.playbooks.list().map(({ source }) => source),
    body,
  );
  return { ...body, by: actor.kind === 'staff' ? actor.id : null, now: deps.clock.now() };
}

async function refuseStale({ pool }: PhraseDeps, id: number, seen: number): Promise<never> {
  const now = await findPhrase(pool, id);
  if (!now) throw new Refusal('phrase.unknown', 'id', { id });
  throw new Refusal('phrase.changed', 'version', { id, seen, now: now.version });
}

/** A misspelt code would rule a phrase out everywhere and say nothing. */
function checkScope(playbooks: readonly Playbook[], body: PhraseBody): void {
  const ids = (options: readonly { id: string }[]) => options.map(({ id }) => id);
  const known = {
    playbooks: ids(playbooks),
    categories: playbooks.flatMap(({ categories }) => ids(categories)),
    priorities: playbooks.flatMap(({ priorities }) => ids(priorities)),
    channels: [...playbooks.flatMap(({ channels }) => ids(channels)), ...alwaysReachable],
  };
  for (const part of ['playbooks', 'categories', 'priorities', 'channels'] as const) {
    const index = body[part].findIndex((one) => !known[part].includes(one));
    const given = body[part][index];
    if (given === undefined) continue;
    const all = [...new Set(known[part])];
    const near = nearest(given, all) ?? all.join(', ');
    throw new Refusal('phrase.scope-unknown', `${part}.${index}`, { given, nearest: near, known: all });
  }
}
