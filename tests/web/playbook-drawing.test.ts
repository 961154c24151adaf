import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { playbookSchema } from '../../src/domain/playbook/schema.ts';
import { clockLane } from '../../src/web/console/playbooks/flow/clock-lane.ts';
import { clockTargets, splitTarget } from '../../src/web/console/playbooks/flow/clock-target.ts';
import { highlightParts } from '../../src/web/console/search/highlight-parts.ts';

const playbook = playbookSchema.parse(
  parse(readFileSync(new URL('../../playbooks/resolution-flow.yaml', import.meta.url), 'utf8')),
);
const clock = (id: string) => {
  const found = playbook.clocks.find((one) => one.id === id);
  if (!found) throw new Error(`no clock ${id}`);
  return found;
};
const stages = (id: string) => {
  const { from, to } = clockLane(playbook, clock(id));
  return [playbook.stages[from]?.id, playbook.stages[to]?.id];
};

describe('the drawing of a playbook', () => {
  it('lays a clock over the stages from its start to its stop', () => {
    expect(stages('handling-start')).toEqual(['register', 'analyse']);
    expect(stages('resolution')).toEqual(['register', 'confirm']);
    expect(stages('progress-update')).toEqual(['carry-out', 'confirm']);
    expect(stages('task-deadline')).toEqual(['assign', 'carry-out']);
  });

  it('shows targets in the order of the priorities, or the one for all', () => {
    expect(clockTargets(playbook, clock('handling-start'))).toEqual([
      { priority: 'urgent', target: '2h' },
      { priority: 'important', target: '4h' },
      { priority: 'normal', target: '24h' },
    ]);
    expect(clockTargets(playbook, clock('urgent-progress'))).toEqual([{ priority: 'urgent', target: '15m' }]);
    expect(clockTargets(playbook, clock('progress-update'))).toEqual([{ priority: null, target: '24h' }]);
    expect(clockTargets(playbook, clock('task-deadline'))).toEqual([{ from: 'deadline' }]);
    expect(splitTarget('3wd')).toEqual({ count: 3, unit: 'wd' });
  });
});

describe('a found passage', () => {
  const marked = (text: string, q: string) =>
    highlightParts(text, q)
      .map((part) => (part.isFound ? `[${part.text}]` : part.text))
      .join('');

  it('is marked wherever the words stand, whatever their case', () => {
    expect(marked('申请退款八天，退款没到', '退款')).toBe('申请[退款]八天，[退款]没到');
    expect(marked('App 打不开', 'app 打不')).toBe('[App] [打不]开');
    expect(marked('价格 (99.9) 元', '(99.9)')).toBe('价格 [(99.9)] 元');
    expect(marked('没有', ' ')).toBe('没有');
  });
});
