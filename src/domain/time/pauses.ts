/** Waits during which a clock stands still. Instants are epoch ms; a pause is [from, to), still open when `to` is null. */
import { checkInstant } from './instant.ts';
import { timeRefusal } from './refusals.ts';

export type Pause = { readonly from: number; readonly to: number | null };

/** Refuses pauses that run backwards or have no valid instants; `pauses.<index>.<end>` is the field. */
export function checkPauses(pauses: readonly Pause[]): void {
  for (let i = 0; i < pauses.length; i++) {
    const { from, to } = pauses[i] as Pause;
    checkInstant(from, `pauses.${i}.from`);
    if (to === null) continue;
    checkInstant(to, `pauses.${i}.to`);
    if (to >= from) continue;
    const message = 'This pause ends before it begins; swap its ends or correct them';
    throw timeRefusal('pause.inverted', `pauses.${i}.to`, message, { from, to });
  }
}

/**
 * The same paused time as disjoint pauses in order: clipped to what lies after `start`, empty ones dropped,
 * overlapping and touching ones joined. Nothing follows a pause that is still open.
 */
export function mergePauses(pauses: readonly Pause[], start: number): Pause[] {
  const clipped = pauses
    .map(({ from, to }) => ({ from: Math.max(from, start), to }))
    .filter(({ from, to }) => to === null || to > from)
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number | null }[] = [];
  for (const pause of clipped) {
    const last = merged.at(-1);
    if (!last || (last.to !== null && last.to < pause.from)) merged.push({ ...pause });
    else if (last.to !== null) last.to = pause.to === null ? null : Math.max(last.to, pause.to);
  }
  return merged;
}
