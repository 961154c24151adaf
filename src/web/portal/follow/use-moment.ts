import { fullTime, momentText } from '../../ui/spans.ts';
import { currentTag, useSay } from '../language.ts';

/** Moments as people say them: 刚刚, 5 分钟前, 昨天 14:05. */
export function useMoment(): (at: number | string) => string {
  const say = useSay();
  return (at) => momentText(toMs(at), Date.now(), currentTag(), (key, values) => say(key as never, values));
}

/** Date and time, without the year where it is this one. */
export function exactTime(at: number | string): string {
  const ms = toMs(at);
  return fullTime(ms, currentTag(), new Date(ms).getFullYear() !== new Date().getFullYear());
}

const toMs = (at: number | string) => (typeof at === 'number' ? at : Date.parse(at));
