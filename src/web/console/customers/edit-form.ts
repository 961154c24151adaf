import type { CustomerView } from '../../../contract/customer.ts';
import type { PlaybookField, PlaybookForm, PlaybookOption } from '../../../domain/playbook/schema.ts';
import type { Answers } from '../../../domain/ticket/events.ts';
import { texts } from './texts.ts';

type Key = 'name' | 'contact' | 'number' | 'type' | 'preferredChannel' | 'note';

/** A customer's record as a form of the same kind as the playbook's. The contact is masked: it is only ever replaced. */
export function editForm(types: PlaybookOption[], channels: PlaybookOption[], masked: string): PlaybookForm {
  const field = (id: Key, more: Partial<PlaybookField> = {}): PlaybookField => ({
    id,
    name: { zh: texts.zh[`edit.${id}`], en: texts.en[`edit.${id}`] },
    type: 'text',
    required: false,
    ...more,
  });
  const help = (text: string) => text.replace('{{masked}}', masked || '—');
  return {
    id: 'customer',
    name: { zh: texts.zh['edit.title'], en: texts.en['edit.title'] },
    printed: false,
    fields: [
      field('name', { required: true, maxLength: 120 }),
      field('contact', {
        maxLength: 120,
        binds: 'customer-contact',
        help: { zh: help(texts.zh['edit.contact.help']), en: help(texts.en['edit.contact.help']) },
      }),
      field('number', { maxLength: 60 }),
      field('type', { type: 'choice', options: types }),
      field('preferredChannel', { type: 'choice', options: channels }),
      field('note', { type: 'long-text', maxLength: 4_000 }),
    ],
  };
}

export function knownOf(customer: CustomerView): Answers {
  const { name, number, type, preferredChannel, note } = customer;
  return { name, number, type, note, ...(preferredChannel === null ? {} : { preferredChannel }) };
}

/** Only what was changed is sent; an emptied field is sent empty, an emptied channel as none. */
export function patchOf(customer: CustomerView, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  const text = (key: Key) => String(values[key] ?? '').trim();
  for (const key of ['name', 'number', 'type', 'note'] as const) {
    if (text(key) !== customer[key]) patch[key] = text(key);
  }
  if (text('contact') !== '') patch.contact = text('contact');
  const channel = text('preferredChannel') || null;
  if (channel !== customer.preferredChannel) patch.preferredChannel = channel;
  return patch;
}
