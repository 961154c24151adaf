/**
 * Calls made at about the same time share one run, as a lift takes whoever waits. While `atOnce` runs are under way, calls
 * wait and go together with the next; nobody waits for company when there is none. What one run gives is in the order of its calls.
 */
export type GatherOptions<I, O> = {
  run: (items: readonly I[]) => Promise<readonly O[]>;
  /** Runs under way at one time. */
  atOnce: number;
  /** Calls in one run. */
  most: number;
  /** A failure that would meet each call alone as well, or that may have come after the deed: nothing is tried again. */
  isEverybodys: (error: unknown) => boolean;
};

type Call<I, O> = { item: I; resolve: (result: O) => void; reject: (error: unknown) => void };

export function gather<I, O>({ run, atOnce, most, isEverybodys }: GatherOptions<I, O>): (item: I) => Promise<O> {
  const waiting: Call<I, O>[] = [];
  let running = 0;
  let isScheduled = false;

  const schedule = () => {
    if (isScheduled || running >= atOnce || waiting.length === 0) return;
    isScheduled = true;
    // After what has arrived by now has been read, so that requests of one moment go together.
    setImmediate(() => {
      isScheduled = false;
      void start(waiting.splice(0, most));
    });
  };

  const start = async (calls: readonly Call<I, O>[]) => {
    running++;
    schedule();
    await settle(calls);
    running--;
    schedule();
  };

  const settle = async (calls: readonly Call<I, O>[]): Promise<void> => {
    try {
      const results = await run(calls.map(({ item }) => item));
      for (const [at, { resolve }] of calls.entries()) resolve(results[at] as O);
    } catch (error) {
      if (calls.length === 1 || isEverybodys(error)) for (const { reject } of calls) reject(error);
      // One of them spoiled it for all: each by itself, so that only that one fails.
      else for (const call of calls) await settle([call]);
    }
  };

  return (item) =>
    new Promise<O>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      schedule();
    });
}
