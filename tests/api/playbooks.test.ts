import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { jsonSchemaFile, playbookJsonSchema } from '../../src/server/features/playbooks/json-schema.ts';
import { playbookFolder, playbookOf, readSource, shippedIds } from '../domain/playbook-documents.ts';
import { type Cast, castOf } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let cast: Cast;

beforeAll(async () => {
  server = await startTestServer();
  cast = await castOf(server);
});

const flow = playbookOf('resolution-flow');

describe('the playbooks in force', () => {
  it('are listed for everybody: one is chosen before anybody can sign in', async () => {
    const { status, body } = await cast.specialist.call('GET', '/playbooks');
    expect(status).toBe(200);
    const { items } = body as { items: { id: string; version: number; isPortal: boolean; name: object }[] };
    expect(items.map(({ id, isPortal }) => [id, isPortal])).toEqual([
      // The organisation's own stands first, then the recommended one.
      ['resolution-flow', false],
      ['huiyin', true],
      ['coordination', false],
      ['handoff', true],
      ['quick-response', true],
      ['response-toolkit', true],
    ]);
    expect(items.find(({ id }) => id === 'resolution-flow')).toMatchObject({
      version: flow.version,
      name: { zh: '反馈与问题解决流程', en: 'Resolution flow' },
    });
    const stranger = await server.call('GET', '/api/v1/playbooks');
    expect(stranger.body).toEqual(body);
  });

  it('are read whole, the version in force or the one asked for', async () => {
    const inForce = await cast.agent.call('GET', '/playbooks/resolution-flow');
    expect(inForce.status).toBe(200);
    expect(inForce.body).toEqual(JSON.parse(JSON.stringify(flow)));
    const asked = await cast.agent.call('GET', `/playbooks/resolution-flow?version=${flow.version}`);
    expect(asked.body).toEqual(inForce.body);
    expect((await server.call('GET', '/api/v1/playbooks/resolution-flow')).status).toBe(401);
  });

  it.each([
    ['/playbooks/resolution-flwo', 'playbook.unknown'],
    ['/playbooks/resolution-flow?version=9', 'playbook.version-unknown'],
  ])('%s is refused', async (path, code) => {
    const { status, body } = await cast.agent.call('GET', path);
    expect(status).toBeGreaterThanOrEqual(404);
    expect(status).toBeLessThan(500);
    expect(body).toMatchObject({ code });
  });

  it.each(['?version=0', '?version=x', '?version=1.5'])('a version like %s is no version', async (query) => {
    const { status, body } = await cast.agent.call('GET', `/playbooks/resolution-flow${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'request.invalid', field: 'version' });
  });
});

describe('the JSON Schema beside the playbooks', () => {
  it('is up to date (else: node src/server/features/playbooks/json-schema.ts, then biome)', () => {
    const written: unknown = JSON.parse(readFileSync(join(playbookFolder, jsonSchemaFile), 'utf8'));
    expect(written).toEqual(JSON.parse(JSON.stringify(playbookJsonSchema())));
  });

  it.each(shippedIds)('is named at the head of %s', (id) => {
    expect(readSource(id).split('\n')[0]).toBe(`# yaml-language-server: $schema=./${jsonSchemaFile}`);
  });
});
