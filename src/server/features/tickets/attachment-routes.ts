import { attachmentParams, attachmentQuery, type UploadView, uploadsReply } from '../../../contract/attachment.ts';
import { mayReadAttachment } from '../../../domain/access/ticket-rules.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { whyNot } from '../../../domain/ticket/actions.ts';
import { type Actor, eventActor } from '../../../domain/ticket/actor.ts';
import type { App, Reply, Request } from '../../http/app.ts';
import { addFileRoutes, takeFiles } from '../../http/multipart.ts';
import { streamReply } from '../../http/stream-reply.ts';
import { type Incoming, type ReceiveDeps, receiveFile, sendFile } from '../attachments/index.ts';
import { logAccess } from '../customers/index.ts';
import { memberOf, requireActor } from '../session/index.ts';
import { loadForActor } from './act-on-ticket.ts';
import { contextOf, type Engine } from './engine.ts';
import type { LoadedTicket } from './store-load.ts';

const guarded = { onRequest: requireActor };
const schema = { tags: ['tickets'], params: attachmentParams };

/** Files of tickets: in as multipart/form-data, to be named by the next action; out one by one. */
export async function registerAttachmentRoutes(app: App, engine: Engine): Promise<void> {
  await addFileRoutes(app, engine.fileLimits, (scope) => {
    scope.post(
      '/api/v1/tickets/:id/attachments',
      {
        ...guarded,
        schema: {
          tags: ['tickets'],
          operationId: 'uploadAttachments',
          summary: 'Upload files (multipart/form-data); the next action puts them on the ticket by their ids',
          params: attachmentParams.pick({ id: true }),
          uploads: { fields: {} },
          response: { 201: uploadsReply },
        },
      },
      async (request, reply) => {
        const actor = memberOf(request);
        const loaded = await loadForActor(engine, actor, request.params.id);
        return reply.code(201).send({ items: await receiveFiles(engine, request, async () => ({ loaded, actor })) });
      },
    );
  });
  app.get(
    '/api/v1/tickets/:id/attachments/:attachment',
    {
      ...guarded,
      schema: {
        ...schema,
        operationId: 'getAttachment',
        summary: 'A file of a ticket; `inline` shows pictures and PDF instead of saving them',
        querystring: attachmentQuery,
        response: streamReply('application/octet-stream', 'The file, under its own type'),
      },
    },
    async (request, reply) => {
      const actor = memberOf(request);
      const loaded = await loadForActor(engine, actor, request.params.id);
      const isInline = request.query.inline === 'true';
      return sendAttachment(engine, loaded, actor, reply, { id: request.params.attachment, isInline });
    },
  );
}

type Receiver = { loaded: LoadedTicket; actor: Actor };

/**
 * Stores what is sent; nothing of it is on the ticket yet. `open` says whose it is, from the fields before the first file.
 * @throws Refusal as `attach` would be refused, attachment.*
 */
export async function receiveFiles(
  engine: Engine,
  request: Request,
  open: (fields: Readonly<Record<string, string>>) => Promise<Receiver>,
): Promise<UploadView[]> {
  const { pool, clock, fileLimits } = engine;
  const deps = { pool, clock, limitBytes: fileLimits.bytes };
  const received: UploadView[] = [];
  let store: ((file: Incoming) => Promise<UploadView>) | null = null;
  await takeFiles(request, fileLimits, async (file, fields) => {
    store ??= storeFor(engine, deps, await open(fields));
    received.push(await store(file));
  });
  if (received.length === 0) throw new Refusal('attachment.none', 'file');
  return received;
}

function storeFor(engine: Engine, deps: ReceiveDeps, { loaded: { state, key }, actor }: Receiver) {
  const why = whyNot({ ...contextOf(engine, state), now: engine.clock.now() }, state, 'attach', actor);
  if (why !== null) throw new Refusal(why, '', { command: 'attach' });
  if (key === null) throw new Refusal('customer.erased', '', { id: state.customerId });
  const owner = { ticketId: state.id, customerId: state.customerId, actor: eventActor(actor) };
  return (file: Incoming) => receiveFile(deps, owner, key, file);
}

/** @throws Refusal attachment.unknown alike for what is not there and what this actor may not see */
export async function sendAttachment(
  engine: Engine,
  { state, key, customer }: LoadedTicket,
  actor: Actor,
  reply: Reply,
  { id, isInline }: { id: number; isInline: boolean },
): Promise<Reply> {
  const attachment = state.attachments.find((one) => one.id === id);
  if (!attachment || !mayReadAttachment(actor, state, attachment)) {
    throw new Refusal('attachment.unknown', 'attachment', { id });
  }
  await logAccess(engine.pool, {
    customerId: customer.id,
    actor: eventActor(actor),
    what: 'attachment',
    reason: `${state.number} #${id}`,
    at: engine.clock.now(),
  });
  return sendFile(engine.pool, key, reply, { id, isInline });
}
