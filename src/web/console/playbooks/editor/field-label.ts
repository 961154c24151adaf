import type { Translate } from '../../../i18n/texts.ts';
import { keyTexts } from './key-texts.ts';

type Key = keyof typeof keyTexts.zh;

/** What a key is called, or an id as it is. */
export function fieldLabel(step: string | number, label: Translate<Key>): string {
  return Object.hasOwn(keyTexts.zh, step) ? label(step as Key) : String(step);
}
