import type { TicketCommand } from '../../../domain/ticket/commands.ts';
import type { Config } from '../../config.ts';
import type { App } from '../../http/app.ts';
import { addEndpoint } from '../../http/endpoint.ts';
import { idempotencyKeyOf } from '../../http/idempotency-key.ts';
import { actOnTicket, type Engine } from '../tickets/index.ts';
import { createGuessLimit } from './guess-limit.ts';
import { customerOf, openRequest, portalPlaybook, submitRequest, viewRequest } from './portal-request.ts';

/** Guessing numbers and contacts must be slow: this many requests a minute from one address. */
const guarded = { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } };

export type PortalDeps = {
  organisation: () => Promise<{ name: string; playbook: string } | null>;
  config: Pick<Config, 'rateLimit'>;
};

export function registerPortalRoutes(app: App, engine: Engine, { organisation, config }: PortalDeps): void {
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
    async ({ body }) => viewRequest(engine, await openRequest(engine, limit, body)),
    guarded,
  );

  const act = async (key: { number: string; contact: string }, command: TicketCommand) => {
    const loaded = await openRequest(engine, limit, key);
    return viewRequest(engine, await actOnTicket(engine, customerOf(loaded), loaded.state.id, null, command));
  };
  addEndpoint(
    app,
    'portalMessage',
    ({ body: { message, ...key } }) => act(key, { do: 'record-reply', via: 'portal', message }),
    guarded,
  );
  addEndpoint(app, 'portalChase', ({ body }) => act(body, { do: 'chase', message: '' }), guarded);
  addEndpoint(
    app,
    'portalRate',
    ({ body: { rating, dimensions, remark, ...key } }) => act(key, { do: 'rate', rating, dimensions, remark }),
    guarded,
  );
}
