import { exactTime } from '../follow/use-moment.ts';
import { useSay } from '../language.ts';

/** Until when, as long as that is still to come. */
export function useEstimate(): (estimate: string) => string {
  const say = useSay();
  return (estimate) =>
    say(Date.parse(estimate) > Date.now() ? 'status.estimate' : 'status.estimateOver', { at: exactTime(estimate) });
}
