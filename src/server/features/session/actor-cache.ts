import type { Clock } from '../../platform/clock.ts';

/**
 * Who a cookie or token stands for, remembered for a few seconds, so that a request costs neither a query nor a hash. A change of staff
 * forgets the entries at once; one that is being looked up meanwhile is not kept.
 */
export type ActorCache<T> = {
  get(key: string): T | undefined;
  resolve(key: string, load: (key: string) => Promise<T | null>): Promise<T | null>;
  forget(isAffected: (value: T) => boolean): void;
};

type Entry<T> = { value: T; at: number };
export type ActorCacheOptions = { clock: Clock; capacity: number; ttlMs: number };

export function createActorCache<T>({ clock, capacity, ttlMs }: ActorCacheOptions): ActorCache<T> {
  const entries = new Map<string, Entry<T>>();
  let pending = new Map<string, Promise<T | null>>();

  const get = (key: string): T | undefined => {
    const entry = entries.get(key);
    if (entry === undefined) return undefined;
    const ageMs = clock.now() - entry.at;
    if (ageMs >= 0 && ageMs < ttlMs) return entry.value;
    entries.delete(key);
    return undefined;
  };

  const keep = (key: string, value: T) => {
    const oldest = entries.size >= capacity ? entries.keys().next().value : undefined;
    if (oldest !== undefined) entries.delete(oldest);
    entries.set(key, { value, at: clock.now() });
  };

  const load = async (key: string, read: (key: string) => Promise<T | null>): Promise<T | null> => {
    const round = pending;
    const reading = read(key);
    round.set(key, reading);
    try {
      const value = await reading;
      if (value !== null && round === pending) keep(key, value);
      return value;
    } finally {
      round.delete(key);
    }
  };

  return {
    get,
    resolve: async (key, read) => get(key) ?? pending.get(key) ?? load(key, read),
    forget: (isAffected) => {
      pending = new Map();
      for (const [key, { value }] of entries) if (isAffected(value)) entries.delete(key);
    },
  };
}
