import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffPlaybooks } from '../../src/domain/playbook/diff.ts';
import { diffLines, foldSame } from '../../src/domain/playbook/line-diff.ts';
import type { Playbook } from '../../src/domain/playbook/schema.ts';
import { type Loose, playbookOf, shippedIds } from './playbook-documents.ts';
import { byId, field, without } from './playbook-mistakes.ts';

const flow = playbookOf('resolution-flow');

function altered(change: (document: Loose) => void): Playbook {
  const copy = structuredClone(flow);
  change(copy);
  return copy;
}

/** `kind path`, dots between the steps, with what stood and stands there where it is one word. */
function changes(change: (document: Loose) => void): string[] {
  return diffPlaybooks(flow, altered(change)).map(({ kind, path, before, after }) => {
    const words = [before, after].filter((value) => typeof value !== 'object' && value !== undefined);
    return [kind, path.join('.'), ...words].join(' ');
  });
}

describe('what differs between two versions', () => {
  it.each<[string, (document: Loose) => void, string[]]>([
    ['nothing but the number', (d) => Object.assign(d, { version: 2 }), []],
    [
      'a target',
      (d) => Object.assign(byId(d.clocks, 'resolution').target, { urgent: '12h' }),
      ['changed clocks.resolution.target.urgent 24h 12h'],
    ],
    [
      'a target for all instead of one each',
      (d) => Object.assign(byId(d.clocks, 'resolution'), { target: '12h' }),
      ['changed clocks.resolution.target 12h'],
    ],
    ['a clock less', (d) => without(d.clocks, 'task-deadline'), ['removed clocks.task-deadline']],
    [
      'a field less',
      (d) => without(byId(d.forms, 'task-order').fields, 'deadline'),
      ['removed forms.task-order.fields.deadline'],
    ],
    [
      'a field that is required now',
      (d) => Object.assign(field(d, 'feedback-register', 'order-number'), { required: true }),
      ['changed forms.feedback-register.fields.order-number.required false true'],
    ],
    ['a name', (d) => Object.assign(d.name, { zh: '新名' }), ['changed name']],
    ['an order', (d) => d.priorities.reverse(), ['reordered priorities']],
    [
      'an entry more, in the middle',
      (d) => d.channels.splice(2, 0, { id: 'fax', name: { zh: '传真', en: 'Fax' } }),
      ['added channels.fax'],
    ],
    ['what was not there at all', (d) => Object.assign(d, { portal: { channel: 'online' } }), ['added portal']],
    [
      'a part that no version knew so far',
      (d) => Object.assign(d, { letters: [{ id: 'thanks', name: { zh: '谢函', en: 'Thanks' } }] }),
      ['added letters'],
    ],
  ])('%s', (_what, change, said) => {
    expect(changes(change)).toEqual(said);
  });

  it('names the steps on the way to it', () => {
    const [gone] = diffPlaybooks(
      flow,
      altered((d) => without(byId(d.forms, 'task-order').fields, 'materials')),
    );
    expect(gone?.names.map((one) => one?.zh)).toEqual([undefined, '任务分配单', undefined, '随附资料']);
  });

  it('names what it is about', () => {
    const [change] = diffPlaybooks(
      flow,
      altered((d) => Object.assign(byId(d.clocks, 'resolution').target, { urgent: '12h' })),
    );
    expect(change).toMatchObject({ name: { zh: '解决并反馈' }, before: '24h', after: '12h' });
    expect(change?.names.map((one) => one?.zh)).toEqual([undefined, '解决并反馈', undefined, '紧急']);
  });

  it.each(shippedIds)('is nothing between %s and itself, and turns round with the sides', (id) => {
    const playbook = playbookOf(id);
    expect(diffPlaybooks(playbook, structuredClone(playbook))).toEqual([]);
    const there = diffPlaybooks(flow, playbook);
    const back = diffPlaybooks(playbook, flow);
    const count = (list: typeof there, kind: string) => list.filter((one) => one.kind === kind).length;
    expect(count(there, 'added')).toBe(count(back, 'removed'));
    expect(count(there, 'changed')).toBe(count(back, 'changed'));
  });
});

describe('the lines that differ', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 14 }).map((lines) => lines.join('\n'));

  it('give both texts back, whatever they are, and are as few as can be', () => {
    fc.assert(
      fc.property(text, text, (before, now) => {
        const lines = diffLines(before, now);
        const side = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text);
        expect(side('added').join('\n')).toBe(before);
        expect(side('removed').join('\n')).toBe(now);
        const same = lines.filter(({ kind }) => kind === 'same');
        expect(same.length).toBe(longestCommon(before.split('\n'), now.split('\n')));
        for (const line of same) {
          expect(before.split('\n')[(line.before ?? 0) - 1]).toBe(line.text);
          expect(now.split('\n')[(line.after ?? 0) - 1]).toBe(line.text);
        }
      }),
    );
  });

  it('are shown with what stands around them, the rest folded', () => {
    const before = Array.from({ length: 40 }, (_, index) => `line ${index}`);
    const lines = diffLines(before.join('\n'), before.with(20, 'other').join('\n'));
    expect(foldSame(lines, 2).map((line) => (line.kind === 'gap' ? line.count : line.kind))).toEqual([
      18,
      'same',
      'same',
      'removed',
      'added',
      'same',
      'same',
      17,
    ]);
  });

  it('of texts that have nothing in common are soon told', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}`).join('\n');
    expect(diffLines(many('a'), many('b'))).toHaveLength(40_000);
  });
});

/** The textbook table, as an oracle. */
function longestCommon(left: string[], right: string[]): number {
  const row = Array<number>(right.length + 1).fill(0);
  for (const one of left) {
    let diagonal = 0;
    for (let column = 1; column <= right.length; column++) {
      const above = row[column] ?? 0;
      row[column] = one === right[column - 1] ? diagonal + 1 : Math.max(above, row[column - 1] ?? 0);
      diagonal = above;
    }
  }
  return row.at(-1) ?? 0;
}
