import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editYaml, writeYaml } from '../../src/domain/playbook/edit-yaml.ts';
import { parsePlaybook } from '../../src/domain/playbook/source.ts';
import { playbookOf, readSource, shippedIds } from './playbook-documents.ts';

/** The lines that an edit changes, as `-old` and `+new`. */
function changedLines(before: string, after: string): string[] {
  const [left, right] = [before.split('\n'), after.split('\n')];
  return [
    ...left.filter((line) => !right.includes(line)).map((line) => `-${line.trim()}`),
    ...right.filter((line) => !left.includes(line)).map((line) => `+${line.trim()}`),
  ];
}

const flow = readSource('resolution-flow');

describe('editing a playbook’s text', () => {
  it.each(shippedIds)('leaves all the rest of %s as it was written', (id) => {
    const source = readSource(id);
    expect(editYaml(source, { do: 'set', path: ['version'], value: playbookOf(id).version })).toBe(source);
  });

  it('changes one value in its line', () => {
    const after = editYaml(flow, { do: 'set', path: ['clocks', 1, 'target', 'urgent'], value: '12h' });
    expect(changedLines(flow, after)).toEqual([
      '-target: { urgent: 24h, important: 48h, normal: 72h }',
      '+target: { urgent: 12h, important: 48h, normal: 72h }',
    ]);
  });

  it('adds, moves and removes entries with their comments', () => {
    const value = { id: 'vip', name: { zh: '重要客户', en: 'VIP' } };
    const added = editYaml(flow, { do: 'add', path: ['customerTypes'], value });
    expect(changedLines(flow, added)).toEqual(['+- { id: vip, name: { zh: 重要客户, en: VIP } }']);
    const moved = editYaml(flow, { do: 'move', path: ['channels', 6], by: -1 });
    expect(
      parse(moved)
        .channels.map(({ id }: { id: string }) => id)
        .slice(-2),
    ).toEqual(['transfer', 'store']);
    expect(moved).toContain('# Lists that others collected');
    const removed = editYaml(flow, { do: 'remove', path: ['clocks', 0] });
    expect(parse(removed).clocks[0].id).toBe('resolution');
    expect(editYaml(flow, { do: 'move', path: ['channels', 0], by: -1 })).toBe(flow);
  });

  it('renames a key and leaves what stands under it', () => {
    const wrong = flow.replace(
      '    status: in-progress\n    form: analysis',
      '    statuss: in-progress\n    form: analysis',
    );
    const problem = parsePlaybook(wrong).problems?.find(({ nearest }) => nearest !== undefined);
    expect(problem).toMatchObject({ path: ['stages', 3, 'statuss'], nearest: 'status', isKey: true });
    expect(editYaml(wrong, { do: 'rename', path: problem?.path ?? [], to: 'status' })).toBe(flow);
    expect(editYaml(flow, { do: 'rename', path: ['stages', 3, 'status'], to: 'form' })).toBe(flow);
    expect(editYaml(flow.replace('\nclocks:\n', '\nclock:\n'), { do: 'rename', path: ['clock'], to: 'clocks' })).toBe(
      flow,
    );
  });

  it('makes the list that an entry is added to', () => {
    const after = editYaml(flow, { do: 'add', path: ['categories', 0, 'copies'], value: 'interface' });
    expect(parse(after).categories[0].copies).toEqual(['interface']);
  });

  it('whatever is written into a name is read again as it was meant', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, (value) => {
        const after = editYaml(flow, { do: 'set', path: ['channels', 0, 'name', 'zh'], value });
        expect(parse(after).channels[0].name.zh).toBe(value);
        expect(parse(after).forms).toEqual(parse(flow).forms);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a playbook written anew', () => {
  it.each(shippedIds)('%s reads as the same', (id) => {
    const text = writeYaml(playbookOf(id));
    expect(parsePlaybook(text)).toMatchObject({ playbook: playbookOf(id) });
    expect(text).toContain('name: { zh: ');
  });
});
