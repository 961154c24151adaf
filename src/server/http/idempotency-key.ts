import { Refusal } from '../../domain/refusal.ts';
import type { Request } from './app.ts';

const longestKey = 200;

/** Cut to fit, two keys would become one, and an empty one would be everybody's. @throws Refusal request.invalid */
export function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && key !== '' && key.length <= longestKey) return key;
  throw new Refusal('request.invalid', 'Idempotency-Key', {}, `Idempotency-Key takes 1 to ${longestKey} characters`);
}
