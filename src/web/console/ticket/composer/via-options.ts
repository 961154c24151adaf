import type { PlaybookOption } from '../../../../domain/playbook/schema.ts';
import { texts } from '../texts.ts';

/** Ways to reach a customer that every playbook has besides its own channels. */
export const extraChannels: readonly PlaybookOption[] = (['portal', 'sms', 'phone'] as const).map((id) => ({
  id,
  name: { zh: texts.zh[`via.${id}`], en: texts.en[`via.${id}`] },
}));

export function viaOptions(channels: readonly PlaybookOption[]): PlaybookOption[] {
  return [...channels, ...extraChannels.filter((extra) => !channels.some((one) => one.id === extra.id))];
}
