/**
 * Text that can be kept: PostgreSQL has no NUL character, and half of a surrogate pair is no character at all. Both come from broken
 * programs, never from people.
 */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

export type Unstorable = { path: (string | number)[]; text: string };
/** A field deeper than any contract has is named by its first steps. */
const deepestNamed = 12;
type Step = { value: unknown; key: string | number; parent: Step | null };

/** The first text in a parsed input that cannot be kept, keys included; without recursion, because inputs may be deep. */
export function findUnstorable(input: unknown): Unstorable | null {
  const open: Step[] = [{ value: input, key: '', parent: null }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { value } = step;
    if (typeof value === 'string') {
      if (!isStorable(value)) return { path: pathOf(step), text: value };
    } else if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index--)
        open.push({ value: value[index], key: index, parent: step });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value).reverse()) {
        const next = { value: inner, key, parent: step };
        if (!isStorable(key)) return { path: pathOf(next), text: key };
        open.push(next);
      }
    }
  }
  return null;
}

function pathOf(step: Step): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: Step | null = step; at?.parent; at = at.parent) path.push(at.key);
  return path.reverse().slice(0, deepestNamed);
}
