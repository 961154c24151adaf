/**
 * The valid name that somebody who wrote `given` most likely meant; undefined when none is close. A swapped pair of
 * letters counts as one edit, like a letter too many, too few or wrong (optimal string alignment).
 */
export function nearest(given: string, valid: Iterable<string>): string | undefined {
  const mostEdits = Math.max(1, Math.floor(given.length * 0.4));
  let best: string | undefined;
  let fewest = mostEdits + 1;
  for (const name of valid) {
    if (Math.abs(name.length - given.length) >= fewest) continue;
    const edits = editsBetween(given.toLowerCase(), name.toLowerCase());
    if (edits < fewest) [best, fewest] = [name, edits];
  }
  return best ?? containing(given, valid);
}

/** `progress` for `progress-recorded`: too far to count letters, yet plainly a part of it. */
function containing(given: string, valid: Iterable<string>): string | undefined {
  if (given.length < 4) return undefined;
  for (const name of valid) {
    if (name.includes(given) || (name.length >= 4 && given.includes(name))) return name;
  }
  return undefined;
}

function editsBetween(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= left.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      rows[row]?.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (isSame ? 0 : 1),
          isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(left.length, right.length);
}
