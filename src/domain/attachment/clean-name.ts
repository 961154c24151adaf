import { extensionOf, extensionsOf } from './media-type.ts';

const mostSigns = 120;

/** Signs that hide what a name says: control characters, and those that turn the direction of writing. */
const hidden = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** What no file system takes. */
const reserved = /[/\\:*?"<>|]/g;

/** A name that can be shown and saved anywhere: no folders, nothing hidden, and an ending that says what the file is. */
export function cleanName(given: string, mediaType: string): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(hidden, '')
    .replace(reserved, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const extensions = extensionsOf(mediaType);
  const said = extensionOf(plain);
  const isTrue = extensions.includes(said);
  const ending = isTrue ? plain.slice(plain.length - said.length - 1) : extensions[0] ? `.${extensions[0]}` : '';
  const stem = isTrue ? plain.slice(0, -ending.length) : plain;
  return `${cut(stem, mostSigns - ending.length) || 'file'}${ending}`;
}

/** By whole characters: half of one is none. */
function cut(text: string, most: number): string {
  return [...text].slice(0, most).join('').trimEnd();
}
