/**
 * Why a robot did not post. `isLasting`: trying again would not help, somebody has to do something first. What to do about each is said by the
 * pages, in both languages.
 */
export const chatProblems = {
  /** The address is not, or no longer, a robot's. */
  address: { isLasting: true },
  /** The signature did not match, or the clock of this machine is wrong. */
  signature: { isLasting: true },
  /** The robot only lets through what holds a certain word. */
  keyword: { isLasting: true },
  /** The robot only hears certain senders' addresses. */
  sender: { isLasting: true },
  /** The content was found wanting: too long, or not allowed. */
  content: { isLasting: true },
  /** The robot said no in words that are not known here. */
  refused: { isLasting: true },
  /** Whatever answers there does not speak as a robot of this product does. */
  'not-a-robot': { isLasting: true },
  'not-https': { isLasting: true },
  'private-address': { isLasting: true },
  /** It could not be made out what to post; the operator's log says more. */
  internal: { isLasting: true },
  /** Nobody came to it while it was news. */
  late: { isLasting: true },
  /** So many in so short a time. */
  'rate-limit': { isLasting: false },
  busy: { isLasting: false },
  unreachable: { isLasting: false },
  /** Nobody knows whether it was posted. */
  timeout: { isLasting: false },
} as const satisfies Record<string, { isLasting: boolean }>;

export type ChatProblem = keyof typeof chatProblems;
export const chatProblemNames = Object.keys(chatProblems) as [ChatProblem, ...ChatProblem[]];

const firstPauseMs = 10_000;
const longestPauseMs = 15 * 60_000;
const patienceMs = 4 * 3_600_000;

/** After four hours people have long talked to each other, and a post would only confuse. */
export const isTooLate = (ageMs: number): boolean => ageMs > patienceMs;

/** How long to rest after so many tries in vain (from 1); null when it is time to give up. @param ageMs since the hand-off */
export function pauseAfter(tries: number, ageMs: number): number | null {
  const pause = Math.min(firstPauseMs * 2 ** Math.min(tries - 1, 20), longestPauseMs);
  return isTooLate(ageMs + pause) ? null : pause;
}
