import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editYaml, type YamlEdit } from '../../src/domain/playbook/edit-yaml.ts';
import { playbookFolder } from '../domain/playbook-documents.ts';
import type { Cast, Member } from '../support/cast.ts';
import type { TestServer } from '../support/server.ts';

/** What the tests of the studio share: an organisation whose departments have contacts, and texts to publish. */

export const flow = 'resolution-flow';
export const flowSource = readFileSync(join(playbookFolder, `${flow}.yaml`), 'utf8');

export const edited = (...edits: YamlEdit[]): string => edits.reduce(editYaml, flowSource);
export const withUrgent = (target: string): string =>
  edited({ do: 'set', path: ['clocks', 1, 'target', 'urgent'], value: target });

/** Everybody in every department, one contact for all, so that every shipped playbook can be published. */
export async function staffDepartments({ context }: TestServer, cast: Cast): Promise<void> {
  const departments = context.playbooks.list().flatMap(({ source }) => source.departments);
  const codes = [...new Set(departments.map(({ id }) => id))];
  await cast.admin.call('PATCH', `/staff/${cast.contact.id}`, { departments: codes });
  await cast.admin.call('PATCH', `/staff/${cast.admin.id}`, {
    roles: ['admin', 'supervisor', 'agent', 'quality', 'specialist'],
  });
  for (const { id, name } of departments)
    await cast.admin.call('POST', '/departments', { code: id, name, contact: cast.contact.id });
}

/** @returns the version of the draft */
export async function draft(
  who: Member,
  source: string,
  more: { version?: number; baseVersion: number | null; id?: string },
) {
  const { version = 0, baseVersion, id = flow } = more;
  const reply = await who.call('POST', `/studio/playbooks/${id}/draft`, { source, version, baseVersion });
  if (reply.status !== 200) throw new Error(`not kept: ${reply.text}`);
  return (reply.body as { version: number }).version;
}

export async function publish(who: Member, source: string, baseVersion: number): Promise<number> {
  const version = await draft(who, source, { baseVersion });
  const reply = await who.call('POST', `/studio/playbooks/${flow}/publish`, { version, note: '缩短紧急时限' });
  if (reply.status !== 201) throw new Error(`not published: ${reply.text}`);
  return (reply.body as { version: number }).version;
}
