import multipart from '@fastify/multipart';
import { Refusal } from '../../domain/refusal.ts';
import type { App, Request } from './app.ts';

/** A file as it comes over the network; to be read to its end, or left with an error. */
export type FilePart = { name: string; bytes: AsyncIterable<Buffer> };
export type FileLimits = { bytes: number; count: number };

/** Adds routes that take files. Everywhere else multipart/form-data stays refused. */
export async function addFileRoutes(app: App, { bytes, count }: FileLimits, addRoutes: (app: App) => void) {
  await app.register(async (scope) => {
    await scope.register(multipart, {
      throwFileSizeLimit: false,
      // One more than allowed, so that whoever reads a file sees that it is too large.
      limits: { fileSize: bytes + 1, files: count, fields: 20, fieldSize: 4_096, headerPairs: 100 },
    });
    addRoutes(scope as App);
  });
}

/**
 * Hands over the files of a multipart request one after the other, with the fields that stood before each. @throws what `take` throws, and
 * Refusal attachment.too-many, attachment.interrupted, request.media-type
 */
export async function takeFiles(
  request: Request,
  { count }: Pick<FileLimits, 'count'>,
  take: (file: FilePart, fields: Readonly<Record<string, string>>) => Promise<void>,
): Promise<void> {
  if (!request.isMultipart()) throw new Refusal('request.media-type');
  const fields: Record<string, string> = {};
  try {
    for await (const part of whole(request.parts(), count)) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else await take({ name: part.filename ?? '', bytes: whole(part.file, count) }, fields);
    }
  } catch (error) {
    // Whoever is still sending hears the answer only if somebody listens till the end.
    request.raw.unpipe();
    request.raw.resume();
    throw error;
  }
}

/** What goes wrong below is the sender's doing; what the reader of the pieces throws passes by here. */
async function* whole<T>(pieces: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  try {
    yield* pieces;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT' || code === 'FST_FIELDS_LIMIT')
      throw new Refusal('attachment.too-many', 'file', { limit: count });
    throw new Refusal('attachment.interrupted');
  }
}
