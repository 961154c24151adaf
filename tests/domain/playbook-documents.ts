import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadPlaybook } from '../../src/domain/playbook/load.ts';
import { formatProblem, type Problem } from '../../src/domain/playbook/problem.ts';
import type { Playbook } from '../../src/domain/playbook/schema.ts';

/** The playbooks that ship, for tests that run them or spoil a copy. */
export const playbookFolder = join(import.meta.dirname, '../../playbooks');
export const shippedIds = [
  'resolution-flow',
  'response-toolkit',
  'handoff',
  'coordination',
  'quick-response',
  'huiyin',
] as const;
export type ShippedId = (typeof shippedIds)[number];

// biome-ignore lint/suspicious/noExplicitAny: tests spoil documents in ways that no type allows
export type Loose = any;

export function readSource(id: string): string {
  return readFileSync(join(playbookFolder, `${id}.yaml`), 'utf8');
}

const documents = new Map(shippedIds.map((id) => [id, parse(readSource(id))]));

/** A copy of one's own, as it stands in the file. */
export function documentOf(id: ShippedId): Loose {
  return structuredClone(documents.get(id));
}

export function playbookOf(id: ShippedId): Playbook {
  const { playbook, problems } = loadPlaybook(documentOf(id));
  if (playbook) return playbook;
  throw new Error(problems.map(formatProblem).join('\n'));
}

/** What is said about a spoilt copy. */
export function problemsIn(id: ShippedId, spoil: (document: Loose) => void): Problem[] {
  const document = documentOf(id);
  spoil(document);
  return loadPlaybook(document).problems ?? [];
}
