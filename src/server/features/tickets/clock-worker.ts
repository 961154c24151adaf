import type { Engine } from './engine.ts';
import { nextWake } from './store-clocks.ts';
import { batchSize, workDueClocks } from './work-clocks.ts';

const longestRestMs = 500;
/** After a round that found less than it could take: somebody else may be at work on what is due. */
const shortestRestMs = 20;

/** Looks often enough that a due clock is said within a second, and at once when a batch was full. */
export function startClockWorker(engine: Engine): { stop(): Promise<void> } {
  let isStopping = false;
  let wakeUp: () => void = () => {};
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const look = async (): Promise<void> => {
    const next = (await nextWake(engine.pool)) ?? Number.POSITIVE_INFINITY;
    const leftMs = next - engine.clock.now();
    if (leftMs > 0) return rest(Math.min(leftMs, longestRestMs));
    const { handled, setAside } = await workDueClocks(engine);
    return handled + setAside < batchSize ? rest(shortestRestMs) : undefined;
  };
  const run = async () => {
    while (!isStopping) {
      try {
        await look();
      } catch (error) {
        engine.logger.warn({ error }, 'clocks could not be worked just now; trying again');
        await rest(longestRestMs * 2);
      }
    }
  };
  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      wakeUp();
      await running;
    },
  };
}
