import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/refusal.ts';
import { readPlaybooks } from '../../src/server/features/playbooks/read-playbooks.ts';
import { explainStartFailure } from '../../src/server/start-failure.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-playbooks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a start that fails', () => {
  it('over a playbook names file, place and mistake on a line of their own', async () => {
    writeFileSync(join(folder, 'own.yaml'), 'id: own\n\tversion: 1\n');
    const error = await readPlaybooks(folder).catch((caught: unknown) => caught);
    expect(explainStartFailure(error)).toMatch(/^The playbooks have a problem:\nown\.yaml:2:1 a tab stands/);
  });

  it('over a playbook that was edited after it was published says so', () => {
    const message = 'playbook own version 5 is published with other content; raise its version to 6';
    const refusal = new Refusal('playbook.version-changed', 'version', {}, message);
    expect(explainStartFailure(refusal)).toBe(message);
  });

  it('over what has a remedy says it, and of a bug it says nothing', () => {
    expect(explainStartFailure(new Error('It is full. Remedy: make room.'))).toBe('It is full. Remedy: make room.');
    expect(explainStartFailure(new TypeError('x is not a function'))).toBeNull();
    expect(explainStartFailure('thrown text')).toBeNull();
  });
});
