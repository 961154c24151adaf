/** Which lines of a text went and came (Myers, "An O(ND) Difference Algorithm", 1986), with the unchanged lines around them. */
export type DiffLine = {
  kind: 'same' | 'removed' | 'added';
  text: string;
  before: number | null;
  after: number | null;
};

/** Texts that differ in more lines than this are told as a whole that went and a whole that came. */
const mostEdits = 2_000;

export function diffLines(before: string, after: string): DiffLine[] {
  const [left, right] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end++;
  const kinds = [
    ...Array<DiffLine['kind']>(start).fill('same'),
    ...edits(left.slice(start, left.length - end), right.slice(start, right.length - end)),
    ...Array<DiffLine['kind']>(end).fill('same'),
  ];
  return numbered(kinds, left, right);
}

/** Only the lines within `around` of a change; a gap stands where lines are left out. */
export function foldSame(lines: readonly DiffLine[], around = 3): (DiffLine | { kind: 'gap'; count: number })[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'same'),
  );
  const folded: (DiffLine | { kind: 'gap'; count: number })[] = [];
  for (const [index, line] of lines.entries()) {
    const last = folded.at(-1);
    if (near[index]) folded.push(line);
    else if (last?.kind === 'gap') last.count++;
    else folded.push({ kind: 'gap', count: 1 });
  }
  return folded;
}

function edits(left: readonly string[], right: readonly string[]): DiffLine['kind'][] {
  const [rows, columns] = [left.length, right.length];
  const trace: Map<number, number>[] = [];
  let reach = new Map([[1, 0]]);
  for (let cost = 0; cost <= Math.min(rows + columns, mostEdits); cost++) {
    trace.push(reach);
    reach = new Map(reach);
    for (let diagonal = -cost; diagonal <= cost; diagonal += 2) {
      let row = isDown(reach, diagonal, cost) ? at(reach, diagonal + 1) : at(reach, diagonal - 1) + 1;
      while (row < rows && row - diagonal < columns && left[row] === right[row - diagonal]) row++;
      reach.set(diagonal, row);
      if (row >= rows && row - diagonal >= columns) return walkBack(trace, rows, columns);
    }
  }
  return [...left.map(() => 'removed' as const), ...right.map(() => 'added' as const)];
}

const at = (reach: ReadonlyMap<number, number>, diagonal: number) => reach.get(diagonal) ?? Number.NEGATIVE_INFINITY;
const isDown = (reach: ReadonlyMap<number, number>, diagonal: number, cost: number) =>
  diagonal === -cost || (diagonal !== cost && at(reach, diagonal - 1) < at(reach, diagonal + 1));

function walkBack(trace: readonly ReadonlyMap<number, number>[], rows: number, columns: number): DiffLine['kind'][] {
  const kinds: DiffLine['kind'][] = [];
  let [row, column] = [rows, columns];
  for (let cost = trace.length - 1; cost >= 0; cost--) {
    const reach = trace[cost] ?? new Map<number, number>();
    const diagonal = row - column;
    const isAdded = isDown(reach, diagonal, cost);
    const from = isAdded ? diagonal + 1 : diagonal - 1;
    const fromRow = cost === 0 ? 0 : at(reach, from);
    const fromColumn = cost === 0 ? 0 : fromRow - from;
    const stepRow = cost === 0 ? 0 : isAdded ? fromRow : fromRow + 1;
    for (; row > stepRow && column > 0; row--, column--) kinds.push('same');
    if (cost > 0) kinds.push(isAdded ? 'added' : 'removed');
    [row, column] = [fromRow, fromColumn];
  }
  return kinds.reverse();
}

function numbered(kinds: readonly DiffLine['kind'][], left: readonly string[], right: readonly string[]): DiffLine[] {
  let [row, column] = [0, 0];
  return kinds.map((kind) => {
    const text = (kind === 'added' ? right[column] : left[row]) ?? '';
    const line = {
      kind,
      text,
      before: kind === 'added' ? null : row + 1,
      after: kind === 'removed' ? null : column + 1,
    };
    if (kind !== 'added') row++;
    if (kind !== 'removed') column++;
    return line;
  });
}
