/**
 * What a file is, by its first bytes and not by what its sender says of it. Only kinds that people send to a service desk are taken;
 * nothing that a browser or an office program would run.
 */

type Kind = {
  mediaType: string;
  /** The first is the usual one. */
  extensions: readonly string[];
  is: (start: Uint8Array) => boolean;
};

/** How many of a file's first bytes are looked at. */
export const sniffedBytes = 4_096;

const bytesAt =
  (at: number, ...expected: number[]) =>
  (start: Uint8Array) =>
    expected.every((byte, index) => start[at + index] === byte);
const textAt = (at: number, text: string) => bytesAt(at, ...[...text].map((sign) => sign.charCodeAt(0)));
const both =
  (...all: ((start: Uint8Array) => boolean)[]) =>
  (start: Uint8Array) =>
    all.every((is) => is(start));
const either =
  (...some: ((start: Uint8Array) => boolean)[]) =>
  (start: Uint8Array) =>
    some.some((is) => is(start));
const brand = (...brands: string[]) => both(textAt(4, 'ftyp'), either(...brands.map((one) => textAt(8, one))));

const isZip = either(textAt(0, 'PK\u0003\u0004'), textAt(0, 'PK\u0005\u0006'));
const isOle = bytesAt(0, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const isOffice = both(isZip, (start) => {
  const text = latin1(start);
  return ['[Content_Types].xml', '_rels/', 'docProps/', 'word/', 'xl/', 'ppt/'].some((part) => text.includes(part));
});

const openXml = 'application/vnd.openxmlformats-officedocument';

/** Known by their bytes alone. */
const kinds: readonly Kind[] = [
  { mediaType: 'image/png', extensions: ['png'], is: bytesAt(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], is: bytesAt(0, 0xff, 0xd8, 0xff) },
  { mediaType: 'image/gif', extensions: ['gif'], is: either(textAt(0, 'GIF87a'), textAt(0, 'GIF89a')) },
  { mediaType: 'image/webp', extensions: ['webp'], is: both(textAt(0, 'RIFF'), textAt(8, 'WEBP')) },
  { mediaType: 'image/bmp', extensions: ['bmp'], is: both(textAt(0, 'BM'), bytesAt(6, 0, 0, 0, 0)) },
  { mediaType: 'image/heic', extensions: ['heic', 'heif'], is: brand('heic', 'heix', 'heif', 'mif1', 'msf1') },
  { mediaType: 'application/pdf', extensions: ['pdf'], is: textAt(0, '%PDF-') },
  { mediaType: 'audio/mp4', extensions: ['m4a'], is: brand('M4A ', 'M4B ') },
  { mediaType: 'video/mp4', extensions: ['mp4', 'm4v', 'mov'], is: textAt(4, 'ftyp') },
  { mediaType: 'audio/wav', extensions: ['wav'], is: both(textAt(0, 'RIFF'), textAt(8, 'WAVE')) },
  { mediaType: 'audio/ogg', extensions: ['ogg', 'oga', 'opus'], is: textAt(0, 'OggS') },
  { mediaType: 'audio/amr', extensions: ['amr'], is: textAt(0, '#!AMR') },
  { mediaType: 'audio/flac', extensions: ['flac'], is: textAt(0, 'fLaC') },
  {
    mediaType: 'audio/aac',
    extensions: ['aac'],
    is: either(bytesAt(0, 0xff, 0xf1), bytesAt(0, 0xff, 0xf9)),
  },
  {
    mediaType: 'audio/mpeg',
    extensions: ['mp3'],
    is: either(textAt(0, 'ID3'), bytesAt(0, 0xff, 0xfb), bytesAt(0, 0xff, 0xf3), bytesAt(0, 0xff, 0xf2)),
  },
];

/** Containers and plain text hold many kinds: which of those that the bytes allow, the name says. */
const namedKinds: readonly Kind[] = [
  { mediaType: `${openXml}.wordprocessingml.document`, extensions: ['docx'], is: isOffice },
  { mediaType: `${openXml}.spreadsheetml.sheet`, extensions: ['xlsx'], is: isOffice },
  { mediaType: `${openXml}.presentationml.presentation`, extensions: ['pptx'], is: isOffice },
  { mediaType: 'application/msword', extensions: ['doc', 'wps'], is: isOle },
  { mediaType: 'application/vnd.ms-excel', extensions: ['xls', 'et'], is: isOle },
  { mediaType: 'application/vnd.ms-powerpoint', extensions: ['ppt', 'dps'], is: isOle },
  { mediaType: 'text/csv', extensions: ['csv'], is: isText },
  { mediaType: 'text/plain', extensions: ['txt', 'log'], is: isText },
];
const zip: Kind = { mediaType: 'application/zip', extensions: ['zip'], is: isZip };

const all: readonly Kind[] = [...kinds, ...namedKinds, zip];

/** For people who choose files: what their dialog offers. */
export const acceptedExtensions: readonly string[] = all.flatMap(({ extensions }) => extensions);

/** @returns null for what is not taken: programs, pages, unknown kinds, names that promise something else */
export function mediaTypeOf(start: Uint8Array, name: string): string | null {
  const extension = extensionOf(name);
  const known =
    kinds.find(({ is }) => is(start)) ??
    namedKinds.find(({ extensions, is }) => extensions.includes(extension) && is(start)) ??
    (isZip(start) ? zip : undefined);
  return known?.mediaType ?? null;
}

export function extensionsOf(mediaType: string): readonly string[] {
  return all.find((kind) => kind.mediaType === mediaType)?.extensions ?? [];
}

export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** What a browser may draw by itself, and every browser can. */
export function isPicture(mediaType: string): boolean {
  return ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'].includes(mediaType);
}

/** Shown on a page of its own, where the reader asks for that; all the rest is only ever saved. */
export function isShowable(mediaType: string): boolean {
  return isPicture(mediaType) || mediaType === 'application/pdf';
}

/** No byte that no text has. An empty file says nothing and is not text either. */
function isText(start: Uint8Array): boolean {
  return start.length > 0 && start.every((byte) => byte >= 0x20 || (byte >= 0x08 && byte <= 0x0d) || byte === 0x1b);
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
