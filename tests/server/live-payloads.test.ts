import { describe, expect, it } from 'vitest';
import { payloadsOf } from '../../src/server/features/tickets/live-payloads.ts';

const people = (count: number) => Array.from({ length: count }, (_, at) => 10_000 + at);
const change = (id: number, staff: number) => ({
  id,
  notified: people(staff),
  involved: { departments: ['logistics'], staff: people(staff) },
});
const read = (payloads: readonly string[]) =>
  payloads.flatMap((payload) => JSON.parse(payload) as ReturnType<typeof change>[]);

describe('news of changed tickets', () => {
  it('fits into what NOTIFY takes, however many people meet on each of them', () => {
    const changes = Array.from({ length: 60 }, (_, at) => change(at, at % 80));
    const payloads = payloadsOf(changes);
    expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8_000);
    expect(read(payloads)).toEqual(changes);
    expect(payloadsOf([])).toEqual([]);
  });

  it('of one ticket with more people than fit still says that it changed', () => {
    const payloads = payloadsOf([change(1, 2), change(2, 3_000), change(3, 2)]);
    expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8_000);
    const heard = read(payloads);
    expect(heard.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(heard[1]).toMatchObject({ notified: [], involved: { departments: ['logistics'], staff: [] } });
  });
});
