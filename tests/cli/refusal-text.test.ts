import { describe, expect, it } from 'vitest';
import { refusalText } from '../../src/cli/refusal-text.ts';
import { Refusal } from '../../src/domain/refusal.ts';

describe('what the command line says of a refusal', () => {
  it('has the names one may use as a list that can be read', () => {
    const refusal = new Refusal('playbook.unknown', 'playbook', { given: 'x', known: ['handoff', 'huiyin'] });
    expect(refusalText(refusal)).toBe('There is no playbook "x". Use one of: handoff, huiyin.');
  });
});
