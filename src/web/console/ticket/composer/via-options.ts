import type { TicketDetail } from '../../../../contract/ticket.ts';
import type { Playbook, PlaybookOption } from '../../../../domain/playbook/schema.ts';
import { givenAnswers } from '../given-answers.ts';
import { texts } from '../texts.ts';

/** Ways to reach a customer that every playbook has besides its own channels. */
export const extraChannels: readonly PlaybookOption[] = (['portal', 'sms', 'phone'] as const).map((id) => ({
  id,
  name: { zh: texts.zh[`via.${id}`], en: texts.en[`via.${id}`] },
}));

export function viaOptions(channels: readonly PlaybookOption[]): PlaybookOption[] {
  return [...channels, ...extraChannels.filter((extra) => !channels.some((one) => one.id === extra.id))];
}

/** The way that the customer asked to be told by, as the registration says; else the one by which they came. */
export function usualVia(
  detail: Pick<TicketDetail, 'channel' | 'forms'>,
  playbook: Pick<Playbook, 'forms' | 'channels'>,
): string {
  const asked = givenAnswers(detail, playbook, 'preferred-channel');
  return viaOptions(playbook.channels).find(({ id }) => asked.includes(id))?.id ?? detail.channel;
}
