import type { PlaybookField, PlaybookForm } from '../../src/domain/playbook/schema.ts';

const bothWays = (text: string) => ({ zh: text, en: text });

export function field(id: string, more: Partial<PlaybookField> = {}): PlaybookField {
  return { id, name: bothWays(id), type: 'text', required: false, ...more };
}

export function form(...fields: PlaybookField[]): PlaybookForm {
  return { id: 'callback', name: bothWays('callback'), printed: true, fields };
}
