/** NOTIFY takes less than 8,000 bytes. */
const mostBytes = 7_800;

type Change = { notified: number[]; involved: { departments: readonly string[]; staff: readonly number[] } };

/**
 * Changes as texts that each fit into one NOTIFY. One that concerns too many people by itself goes without naming them: who reads all tickets, and
 * the departments, hear of it; the others see it when they look.
 */
export function payloadsOf<T extends Change>(changes: readonly T[]): string[] {
  const payloads: string[][] = [];
  let size = mostBytes;
  for (const change of changes) {
    const text = textOf(change);
    const bytes = Buffer.byteLength(text) + 1;
    if (size + bytes > mostBytes) {
      payloads.push([]);
      size = 2;
    }
    payloads.at(-1)?.push(text);
    size += bytes;
  }
  return payloads.map((texts) => `[${texts.join(',')}]`);
}

function textOf<T extends Change>(change: T): string {
  const text = JSON.stringify(change);
  if (Buffer.byteLength(text) + 3 <= mostBytes) return text;
  return JSON.stringify({ ...change, notified: [], involved: { ...change.involved, staff: [] } });
}
