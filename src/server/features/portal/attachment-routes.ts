import { attachmentParams, uploadsReply } from '../../../contract/attachment.ts';
import { portalKey } from '../../../contract/portal.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { App, Request } from '../../http/app.ts';
import { addFileRoutes } from '../../http/multipart.ts';
import { streamReply } from '../../http/stream-reply.ts';
import { type Engine, type LoadedTicket, receiveFiles, sendAttachment } from '../tickets/index.ts';
import { customerOf, type PortalKey } from './portal-request.ts';

type Open = (key: PortalKey, request: Request) => Promise<LoadedTicket>;

const uploads = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } };
/** A page full of pictures asks for each of them. */
const downloads = { config: { rateLimit: { max: 240, timeWindow: '1 minute' }, repeats: 'none' as const } };

/** Files that customers bring and fetch by themselves. Number and contact travel in headers or the body, never in an address. */
export async function registerPortalFileRoutes(app: App, engine: Engine, open: Open): Promise<void> {
  await addFileRoutes(app, engine.fileLimits, (scope) => {
    scope.post(
      '/api/v1/portal/attachments',
      {
        ...uploads,
        schema: {
          tags: ['portal'],
          operationId: 'portalUpload',
          summary: 'Upload files to a request (multipart/form-data, `key` first); the next message names them',
          uploads: { fields: { key: 'Number and contact, as JSON: {"number": …, "contact": …}' } },
          security: [],
          response: { 201: uploadsReply },
        },
      },
      async (request, reply) => {
        const items = await receiveFiles(engine, request, async ({ key }) => {
          const loaded = await open(readKey(key), request);
          return { loaded, actor: customerOf(loaded) };
        });
        return reply.code(201).send({ items });
      },
    );
  });
  app.post(
    '/api/v1/portal/attachments/:attachment',
    {
      ...downloads,
      schema: {
        tags: ['portal'],
        operationId: 'portalAttachment',
        summary: 'A file of a request, as far as the customer may see it',
        params: attachmentParams.pick({ attachment: true }),
        body: portalKey,
        security: [],
        response: streamReply('application/octet-stream', 'The file, under its own type'),
      },
    },
    async (request, reply) => {
      const loaded = await open(request.body, request);
      const wanted = { id: request.params.attachment, isInline: false };
      return sendAttachment(engine, loaded, customerOf(loaded), reply, wanted);
    },
  );
}

/** Number and contact as JSON in the field `key`, which stands before the files. */
function readKey(field: string | undefined): PortalKey {
  const parsed = portalKey.safeParse(parse(field ?? ''));
  if (parsed.success) return parsed.data;
  throw new Refusal('request.invalid', 'key', {}, 'key takes {"number": …, "contact": …} and stands before the files');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
