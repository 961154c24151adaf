import { type CompiledPlaybook, compilePlaybook } from '../../../domain/playbook/compile.ts';
import { nearest } from '../../../domain/playbook/nearest.ts';
import { recommendedFirst } from '../../../domain/playbook/recommended.ts';
import { type Playbook, playbookSchema } from '../../../domain/playbook/schema.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { type Following, keep } from '../../database/kept.ts';
import type { DatabasePool } from '../../database/pool.ts';
import { readPlaybookFiles } from './read-playbooks.ts';
import { publishedChannel, type StoredPlaybook, selectPlaybooks, syncPlaybooks } from './store.ts';

/** The published playbooks in memory, each version compiled when it is first asked for. */
export type PlaybookRegistry = {
  /** The version in force unless one is named. @throws Refusal playbook.unknown, playbook.version-unknown, playbook.retired */
  get(id: string, version?: number): CompiledPlaybook;
  /** Those in force: the latest version of each that is not retired, the recommended one first, then by id. */
  list(): CompiledPlaybook[];
  /** Reads the database again, after another process has published or retired something. */
  reload(): Promise<void>;
};

/** Publishes what the folder has and the database has not, and loads all versions. `now` is epoch ms. */
export async function openPlaybooks(
  pool: DatabasePool,
  folder: string,
  now: number,
  following?: Following,
): Promise<PlaybookRegistry> {
  const files = await readPlaybookFiles(folder);
  const sources = new Map(files.map(({ playbook, source }) => [playbook.id, source]));
  await syncPlaybooks(
    pool,
    files.map(({ playbook }) => playbook),
    now,
    sources,
  );
  return loadRegistry(pool, following);
}

/** All versions; `following` keeps them up to date with what other processes publish. */
export async function loadRegistry(pool: DatabasePool, following?: Following): Promise<PlaybookRegistry> {
  const channel = publishedChannel;
  const read = async () => byId(await selectPlaybooks(pool));
  const { current: versions, reload } = await keep(read, following && { ...following, channel });
  const known = (id: string): Version[] => {
    const found = versions().get(id);
    if (found) return found;
    const near = nearest(id, versions().keys());
    const details = { given: id, known: [...versions().keys()], ...(near && { nearest: near }) };
    throw new Refusal('playbook.unknown', 'playbook', details, `there is no playbook "${id}"`);
  };
  return {
    get: (id, version) => (version === undefined ? inForce(id, known(id)) : exactly(id, version, known(id))).compiled(),
    list: () =>
      recommendedFirst([...versions().keys()]).flatMap(
        (id) =>
          versions()
            .get(id)
            ?.findLast((one) => !one.isRetired)
            ?.compiled() ?? [],
      ),
    reload,
  };
}

type Version = { version: number; isRetired: boolean; compiled: () => CompiledPlaybook };

function byId(rows: readonly StoredPlaybook[]): Map<string, Version[]> {
  const versions = Map.groupBy(rows, (row) => row.id);
  return new Map([...versions].map(([id, all]) => [id, all.map(toVersion)]));
}

function toVersion({ id, version, document, isRetired }: StoredPlaybook): Version {
  let compiled: CompiledPlaybook | null = null;
  return { version, isRetired, compiled: () => (compiled ??= compilePlaybook(parseStored(id, version, document))) };
}

/** Parsed for its defaults; it was checked when it was published. */
function parseStored(id: string, version: number, document: unknown): Playbook {
  const parsed = playbookSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new Error(`Playbook ${id} version ${version} in the database cannot be read: ${parsed.error.message}`);
}

function inForce(id: string, all: Version[]): Version {
  const latest = all.findLast((one) => !one.isRetired);
  if (latest) return latest;
  throw new Refusal('playbook.retired', 'playbook', { given: id }, `playbook "${id}" is retired`);
}

function exactly(id: string, version: number, all: Version[]): Version {
  const found = all.find((one) => one.version === version);
  if (found) return found;
  const details = { given: id, version, known: all.map((one) => one.version) };
  throw new Refusal('playbook.version-unknown', 'version', details, `playbook "${id}" has no version ${version}`);
}
