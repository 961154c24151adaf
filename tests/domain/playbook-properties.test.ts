import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnNames, columnReader } from '../../src/domain/output/table-columns.ts';
import { columnPaths, parseColumnPath } from '../../src/domain/playbook/column-paths.ts';
import { compilePlaybook } from '../../src/domain/playbook/compile.ts';
import { loadPlaybook } from '../../src/domain/playbook/load.ts';
import { nearest } from '../../src/domain/playbook/nearest.ts';
import { formatProblem } from '../../src/domain/playbook/problem.ts';
import type { Playbook } from '../../src/domain/playbook/schema.ts';
import { documentOf, type Loose, shippedIds } from './playbook-documents.ts';

/** One change somewhere in a document: a part dropped, doubled, or replaced by something found elsewhere in it. */
type Change = { at: number; kind: 'drop' | 'double' | 'replace'; from: number };
const changes = fc.array(
  fc.record<Change>({
    at: fc.nat(),
    kind: fc.constantFrom<Change['kind']>('drop', 'double', 'replace'),
    from: fc.nat(),
  }),
  { minLength: 1, maxLength: 3 },
);

function apply(document: Loose, { at, kind, from }: Change): void {
  const places = placesOf(document);
  const place = places[at % places.length];
  const other = places[from % places.length];
  if (!place || !other) return;
  const { holder, key } = place;
  if (kind === 'replace') holder[key] = structuredClone(other.holder[other.key]);
  else if (!Array.isArray(holder)) delete holder[key];
  else if (kind === 'drop') holder.splice(key as number, 1);
  else holder.push(structuredClone(holder[key as number]));
}

function placesOf(value: Loose): { holder: Loose; key: string | number }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => {
    const own = { holder: value, key: Array.isArray(value) ? Number(key) : key };
    return [own, ...placesOf(value[key])];
  });
}

function checkEverything(playbook: Playbook): void {
  const compiled = compilePlaybook(playbook);
  for (const { id } of playbook.stages) compiled.stage(id);
  for (const form of playbook.forms) for (const field of form.fields) compiled.optionsOf(field);
  for (const clock of playbook.clocks) {
    for (const { id } of playbook.priorities) {
      const categories = clock.categories ?? [null];
      const isPromised = categories.every((category) => {
        const target = compiled.targetFor(clock, id, category);
        return target !== null || compiled.promisedBy(clock, id, category) !== null;
      });
      expect(isPromised).toBe(clock.priorities === undefined || clock.priorities.includes(id));
    }
  }
  expect(compiled.firstForm.fields.map((field) => field.binds)).toContain('description');
  let stage = compiled.firstStage;
  for (let steps = 0; stage.next !== undefined; steps++) {
    expect(steps).toBeLessThan(playbook.stages.length);
    stage = compiled.stage(stage.next);
  }
}

describe('whatever is done to a playbook', () => {
  it.each(shippedIds)('%s either has problems that can be read or compiles and can be used', (id) => {
    let accepted = 0;
    fc.assert(
      fc.property(changes, (list) => {
        const document = documentOf(id);
        for (const change of list) apply(document, change);
        const { playbook, problems } = loadPlaybook(document);
        if (playbook) {
          accepted++;
          checkEverything(playbook);
        }
        for (const problem of problems ?? []) {
          expect(problem.message).not.toBe('');
          expect(formatProblem(problem)).not.toContain('undefined');
        }
      }),
      { numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('anything else is refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(loadPlaybook(value).problems?.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the nearest name', () => {
  const names = ['register', 'classify', 'assign', 'carry-out', 'progress-tracking'];

  it.each([
    ['regsiter', 'register'],
    ['clasify', 'classify'],
    ['Assign', 'assign'],
    ['progress', 'progress-tracking'],
    ['xyz', undefined],
    ['', undefined],
  ])('to %j is %j', (given, name) => {
    expect(nearest(given, names)).toBe(name);
  });

  it('to a name with one letter wrong is that name', () => {
    const spoilt = fc.record({ name: fc.constantFrom(...names), at: fc.nat(), letter: fc.constantFrom('q', 'x', '') });
    fc.assert(
      fc.property(spoilt, ({ name, at, letter }) => {
        const place = at % name.length;
        expect(nearest(name.slice(0, place) + letter + name.slice(place + 1), names)).toBe(name);
      }),
    );
  });
});

describe('the columns a table may have', () => {
  it.each(['ticket', 'progress', 'callback'] as const)('of %s rows are those that outputs can read', (rows) => {
    expect(columnPaths(rows, []).toSorted()).toEqual(columnNames(rows).toSorted());
    for (const path of columnPaths(rows, ['speed'])) {
      expect(parseColumnPath(rows, path)).not.toBeNull();
      expect(columnReader(rows, path)).not.toBeNull();
    }
  });
});
