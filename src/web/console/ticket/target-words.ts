import type { Translate } from '../../i18n/texts.ts';

type Unit = 's' | 'm' | 'h' | 'wd';
type TargetKey = `target.${Unit}_${'one' | 'other'}`;

/** `30m`, `4h`, `3wd` as people say it: 30 分钟, 4 小时, 3 个工作日. Anything else is shown as it stands. */
export function targetWords(target: string, t: Translate<TargetKey>): string {
  const [, amount, unit] = /^(\d+)(s|m|h|wd)$/.exec(target) ?? [];
  if (!amount || !unit) return target;
  return t(`target.${unit as Unit}`, { count: Number(amount) });
}
