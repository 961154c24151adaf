/** A value of a refusal as it stands in a sentence. */
export function listed(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}
