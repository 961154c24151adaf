import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Playbook } from '../../src/domain/playbook/schema.ts';
import { startListener } from '../../src/server/database/listener.ts';
import type { DatabasePool } from '../../src/server/database/pool.ts';
import {
  loadRegistry,
  openPlaybooks,
  PlaybookFilesError,
  readPlaybooks,
  syncPlaybooks,
} from '../../src/server/features/playbooks/index.ts';
import { silentLogger } from '../../src/server/platform/logger.ts';
import { playbookFolder, playbookOf, readSource, type ShippedId } from '../domain/playbook-documents.ts';
import { createTestDatabase } from '../support/database.ts';

const now = Date.parse('2026-03-02T09:00:00+08:00');
let pool: DatabasePool;

beforeAll(async () => {
  pool = (await createTestDatabase()).pool;
});
beforeEach(async () => {
  await pool.query('truncate playbook');
});

const raised = (playbook: Playbook, version: number): Playbook => ({
  ...playbook,
  version,
  name: { zh: `第 ${version} 版`, en: `Version ${version}` },
});
/** The shipped flow, as if it had never been changed since. */
const flowOf = (): Playbook => ({ ...playbookOf('resolution-flow'), version: 1 });
const refusal = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

/** As it was when it was first published, whatever the shipped file has come to since. */
const firstOf = (id: ShippedId): Playbook => ({ ...playbookOf(id), version: 1 });

describe('published playbooks', () => {
  it('are stored once, however often and by however many processes they are published', async () => {
    const playbooks = await readPlaybooks(playbookFolder);
    await Promise.all(Array.from({ length: 4 }, () => syncPlaybooks(pool, playbooks, now)));
    await syncPlaybooks(pool, playbooks, now + 1000);
    const { rows } = await pool.query('select id, version, published_at, is_retired from playbook order by id');
    expect(rows).toEqual(playbooks.map(({ id, version }) => ({ id, version, published_at: now, is_retired: false })));
  });

  it('never change: another content under the same version is refused and nothing is stored', async () => {
    const flow = firstOf('resolution-flow');
    const kit = firstOf('response-toolkit');
    await syncPlaybooks(pool, [flow, raised(flow, 2)], now);
    const changed = { ...flow, name: { zh: '改过', en: 'Changed' } };
    await expect(syncPlaybooks(pool, [kit, changed], now)).rejects.toThrow(
      refusal('playbook.version-changed', {
        message: 'playbook resolution-flow version 1 is published with other content; raise its version to 3',
        details: { id: 'resolution-flow', version: 1, next: 3 },
      }),
    );
    expect((await pool.query('select id from playbook')).rows).toHaveLength(2);
  });

  it('stay the same when a later program knows more defaults', async () => {
    const flow = firstOf('resolution-flow');
    const { cancels: _, ...older } = { ...flow.clocks[0] };
    const document = { ...flow, clocks: [older, ...flow.clocks.slice(1)] };
    await pool.query('insert into playbook (id, version, document, published_at) values ($1, 1, $2, now())', [
      flow.id,
      JSON.stringify(document),
    ]);
    await expect(syncPlaybooks(pool, [flow], now)).resolves.toBeUndefined();
    expect((await loadRegistry(pool)).get(flow.id).source).toEqual(flow);
  });
});

describe('a shipped playbook', () => {
  it('is passed over once the organisation has published a version of its own', async () => {
    const flow = flowOf();
    await syncPlaybooks(pool, [flow], now);
    await pool.query(
      `insert into playbook (id, version, document, published_at, is_own) values ($1, 2, $2, now(), true)`,
      [flow.id, JSON.stringify(raised(flow, 2))],
    );
    const shipped = { ...raised(flow, 2), summary: { zh: '随附的第二版', en: 'As it ships' } };
    await syncPlaybooks(pool, [shipped], now);
    await syncPlaybooks(pool, [{ ...shipped, version: 3 }], now);
    expect((await loadRegistry(pool)).get(flow.id).source).toEqual(raised(flow, 2));
  });

  it('that was retired is not brought back by its next version', async () => {
    const flow = flowOf();
    await syncPlaybooks(pool, [flow], now);
    await pool.query('update playbook set is_retired = true');
    await syncPlaybooks(pool, [raised(flow, 2)], now);
    expect((await loadRegistry(pool)).list()).toEqual([]);
  });

  it('keeps the text that it was read from, also one that was published without', async () => {
    const flow = flowOf();
    await syncPlaybooks(pool, [flow], now);
    await syncPlaybooks(pool, [flow], now, new Map([[flow.id, '# as written']]));
    await syncPlaybooks(pool, [flow], now, new Map([[flow.id, '# otherwise']]));
    const { rows } = await pool.query('select source from playbook');
    expect(rows).toEqual([{ source: '# as written' }]);
  });
});

describe('the registry', () => {
  it('keeps every version for its tickets and gives new ones the latest that is not retired', async () => {
    const flow = firstOf('resolution-flow');
    await syncPlaybooks(pool, [flow, raised(flow, 2), raised(flow, 10), firstOf('response-toolkit')], now);
    await pool.query('update playbook set is_retired = true where version = 10');
    const registry = await loadRegistry(pool);
    expect(registry.get('resolution-flow').source.version).toBe(2);
    expect(registry.get('resolution-flow', 1).source.name.zh).toBe('反馈与问题解决流程');
    expect(registry.get('resolution-flow', 10).source.name.en).toBe('Version 10');
    expect(registry.get('resolution-flow')).toBe(registry.get('resolution-flow', 2));
    expect(registry.list().map(({ source }) => [source.id, source.version])).toEqual([
      ['resolution-flow', 2],
      ['response-toolkit', 1],
    ]);
  });

  it('refuses what it does not know, with what it does', async () => {
    await syncPlaybooks(pool, [firstOf('resolution-flow')], now);
    const registry = await loadRegistry(pool);
    expect(() => registry.get('resolution-flwo')).toThrow(
      refusal('playbook.unknown', {
        field: 'playbook',
        details: { given: 'resolution-flwo', known: ['resolution-flow'], nearest: 'resolution-flow' },
      }),
    );
    expect(() => registry.get('resolution-flow', 7)).toThrow(refusal('playbook.version-unknown'));
    await pool.query('update playbook set is_retired = true');
    await registry.reload();
    expect(() => registry.get('resolution-flow')).toThrow(refusal('playbook.retired'));
    expect(registry.get('resolution-flow', 1).source.version).toBe(1);
    expect(registry.list()).toEqual([]);
  });

  it('hears what another process publishes', async () => {
    const flow = firstOf('resolution-flow');
    const listener = await startListener(pool, silentLogger);
    const registry = await openPlaybooks(pool, playbookFolder, now, { listener, pool, logger: silentLogger });
    await syncPlaybooks(pool, [raised(flow, 90)], now);
    await vi.waitFor(() => expect(registry.get('resolution-flow').source.version).toBe(90), 5000);
    await listener.stop();
  });
});

describe('a folder of playbooks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-playbooks-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('with mistakes stops the start and tells all of them, and nothing is published', async () => {
    writeFileSync(join(folder, 'a.yaml'), readSource('resolution-flow').replace('next: classify', 'next: clasify'));
    writeFileSync(join(folder, 'b.yaml'), 'id: b\nid: c\n');
    writeFileSync(join(folder, 'c.yaml'), readSource('response-toolkit'));
    writeFileSync(join(folder, 'd.yaml'), readSource('response-toolkit'));
    writeFileSync(join(folder, 'notes.txt'), 'not a playbook');
    const error = await openPlaybooks(pool, folder, now).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(PlaybookFilesError);
    const { lines, message } = error as PlaybookFilesError;
    expect(lines).toEqual([
      expect.stringMatching(
        /^a\.yaml:\d+:5 stages\[0\]\.next: there is no stage "clasify" \(did you mean classify\?\)$/,
      ),
      'b.yaml:2:1 the key "id" stands twice in one map',
      'd.yaml:1:1 id: "response-toolkit" is the id of c.yaml too',
    ]);
    expect(message).toContain('3 problems');
    expect((await pool.query('select id from playbook')).rows).toEqual([]);
  });

  it('without any is no folder of playbooks', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'huiyin-playbooks-'));
    await expect(readPlaybooks(empty)).rejects.toThrow('there is no playbook (*.yaml) here');
    rmSync(empty, { recursive: true });
  });
});
