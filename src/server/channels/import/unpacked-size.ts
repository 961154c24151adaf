import { createInflateRaw } from 'node:zlib';

/**
 * How much the parts of a ZIP archive are when they are unpacked, found out by unpacking, for what an archive says of itself may be
 * wrong: two megabytes can hold gigabytes. PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16.
 */
const end = { mark: Buffer.from('PK\x05\x06', 'latin1'), count: 10, directory: 16 };
const entry = { mark: 0x02014b50, method: 10, packed: 20, name: 28, extra: 30, comment: 32, local: 42, length: 46 };
const local = { mark: 0x04034b50, name: 26, extra: 28, length: 30 };
const deflated = 8;

/** Stops once it is more than `most`. @throws Error, RangeError: this is no archive, or a broken one */
export async function unpackedBytes(archive: Buffer, most: number): Promise<number> {
  let sum = 0;
  for (const part of partsOf(archive)) {
    sum += part.isDeflated ? await inflatedBytes(part.data, most - sum) : part.data.length;
    if (sum > most) break;
  }
  return sum;
}

type Part = { isDeflated: boolean; data: Buffer };

function* partsOf(archive: Buffer): Generator<Part> {
  const last = archive.lastIndexOf(end.mark);
  if (last < 0) throw new Error('it is cut off');
  const count = archive.readUInt16LE(last + end.count);
  let at = archive.readUInt32LE(last + end.directory);
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== entry.mark) throw new Error('its list of parts is broken');
    yield partAt(archive, at);
    const more = [entry.name, entry.extra, entry.comment].map((field) => archive.readUInt16LE(at + field));
    at += more.reduce((sum, length) => sum + length, entry.length);
  }
}

function partAt(archive: Buffer, at: number): Part {
  const start = archive.readUInt32LE(at + entry.local);
  if (archive.readUInt32LE(start) !== local.mark) throw new Error('its list of parts is broken');
  const data =
    start + local.length + archive.readUInt16LE(start + local.name) + archive.readUInt16LE(start + local.extra);
  return {
    isDeflated: archive.readUInt16LE(at + entry.method) === deflated,
    // A length that does not fit here is longer than the archive: what is deflated says itself where it ends.
    data: archive.subarray(data, data + archive.readUInt32LE(at + entry.packed)),
  };
}

async function inflatedBytes(data: Buffer, most: number): Promise<number> {
  let sum = 0;
  const inflate = createInflateRaw({ chunkSize: 1_048_576 });
  inflate.end(data);
  for await (const chunk of inflate) {
    sum += (chunk as Buffer).length;
    if (sum > most) break;
  }
  return sum;
}
