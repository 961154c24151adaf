/** Of those that ship, where to start; the others stand behind it wherever one is chosen. */
const recommended = 'huiyin';

export function recommendedFirst(ids: readonly string[]): string[] {
  return ids.toSorted((a, b) => Number(b === recommended) - Number(a === recommended) || (a < b ? -1 : 1));
}
