import { customerParty } from '../../../domain/coordination/state.ts';
import { Refusal } from '../../../domain/refusal.ts';
import type { TicketCommand } from '../../../domain/ticket/commands.ts';
import type { Config } from '../../config.ts';
import type { App, Request } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { idempotencyKeyOf } from '../../http/idempotency-key.ts';
import { memberOf, requireActor } from '../session/index.ts';
import { actOnTicket, type Engine } from '../tickets/index.ts';
import { registerPortalFileRoutes } from './attachment-routes.ts';
import { createGuessLimit } from './guess-limit.ts';
import { answerLink, createLink, openLink } from './party-link.ts';
import {
  customerOf,
  openRequest,
  type PortalKey,
  portalPlaybook,
  submitRequest,
  viewRequest,
} from './portal-request.ts';

/** Guessing numbers and contacts must be slow: this many requests a minute from one address. */
const guarded = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } };

export type PortalDeps = {
  organisation: () => Promise<{ name: string; playbook: string } | null>;
  config: Pick<Config, 'rateLimit'>;
};

export async function registerPortalRoutes(
  app: App,
  engine: Engine,
  { organisation, config }: PortalDeps,
): Promise<void> {
  const limit = config.rateLimit === 0 ? null : createGuessLimit(engine.clock);
  addEndpoint(app, 'portalDoor', async () => {
    const own = await organisation();
    const { source, firstForm } = portalPlaybook(engine, own?.playbook);
    const fields = firstForm.fields.filter(({ id }) => source.portal?.asks.includes(id));
    const { ratings, ratingDimensions, categories } = source;
    return {
      organisation: own?.name ?? '',
      playbook: source.id,
      ratings,
      ratingDimensions,
      types: categories,
      fields,
      attachmentLimits: engine.fileLimits,
    };
  });
  addEndpoint(
    app,
    'portalSubmit',
    async ({ body, request }) => {
      const playbook = portalPlaybook(engine, (await organisation())?.playbook);
      return submitRequest(engine, playbook, body, idempotencyKeyOf(request));
    },
    guarded,
  );
  addEndpoint(
    app,
    'portalFollow',
    async ({ body, request }) => viewRequest(engine, await openRequest(engine, limit, body, request.ip)),
    guarded,
  );

  const act = async ({ ip }: Request, { number, contact }: PortalKey, command: TicketCommand, files: number[] = []) => {
    const loaded = await openRequest(engine, limit, { number, contact }, ip);
    return viewRequest(engine, await actOnTicket(engine, customerOf(loaded), loaded.state.id, null, command, files));
  };
  addEndpoint(
    app,
    'portalMessage',
    ({ body: { message, attachments, ...key }, request }) =>
      act(request, key, spoken(message, attachments), attachments),
    guarded,
  );
  addEndpoint(app, 'portalChase', ({ body, request }) => act(request, body, { do: 'chase', message: '' }), guarded);
  addEndpoint(
    app,
    'portalSolution',
    ({ body: { round, answer, note, ...key }, request }) =>
      act(request, key, { do: 'answer-solution', round, party: customerParty, answer, via: 'portal', note }),
    guarded,
  );
  addEndpoint(
    app,
    'portalRate',
    ({ body: { rating, dimensions, remark, ...key }, request }) =>
      act(request, key, { do: 'rate', rating, dimensions, remark }),
    guarded,
  );
  addLinks(app, engine, async () => (await organisation())?.name ?? '');
  await registerPortalFileRoutes(app, engine, (key, { ip }) => openRequest(engine, limit, key, ip));
}

/** A link is made by staff, and used by whoever it was sent to. */
function addLinks(app: App, engine: Engine, organisation: () => Promise<string>): void {
  addEndpoint(
    app,
    'createPartyLink',
    ({ params, body, request }) => createLink(engine, memberOf(request), params.id, body),
    { onRequest: requireActor },
  );
  addEndpoint(app, 'openPartyLink', async ({ body }) => openLink(engine, await organisation(), body.token), guarded);
  addEndpoint(
    app,
    'answerPartyLink',
    async ({ body, request }) => answerLink(engine, request.actor, await organisation(), body),
    guarded,
  );
}

/** Files need no words. @throws Refusal portal.nothing-said */
function spoken(message: string, attachments: readonly number[]): TicketCommand {
  if (message !== '') return { do: 'record-reply', via: 'portal', message };
  if (attachments.length === 0) throw new Refusal('portal.nothing-said', 'message');
  return { do: 'attach', isShown: true };
}
