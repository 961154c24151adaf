import { join } from 'node:path';
import { customerChoices } from '../domain/customer/choices.ts';
import type { Actor } from '../domain/ticket/actor.ts';
import type { Config } from './config.ts';
import { startListener } from './database/listener.ts';
import type { DatabasePool } from './database/pool.ts';
import { openCalendars } from './features/calendars/index.ts';
import { type CaseDeps, checkDueCases, citeCase, registerCaseRoutes } from './features/cases/index.ts';
import { forgetErasedCustomers, registerCustomerRoutes } from './features/customers/index.ts';
import { type GroupChatDeps, registerGroupChatRoutes, startPostWorker } from './features/group-chats/index.ts';
import {
  incidentActions,
  incidentChannel,
  registerIncidentRoutes,
  startTellingWorker,
} from './features/incidents/index.ts';
import { followInbox, noticeChannels, registerNoticeRoutes, startDelivery } from './features/notices/index.ts';
import {
  chosenPlaybook,
  completeDepartments,
  makeSetupKey,
  openDirectory,
  readOrganisationSetting,
  registerOrganisationRoutes,
} from './features/organisation/index.ts';
import { createOutputSource, registerOutputRoutes } from './features/outputs/index.ts';
import { loadShippedPhrases, registerPhraseRoutes } from './features/phrases/index.ts';
import { openPlaybooks, playbookChoice, registerPlaybookRoutes } from './features/playbooks/index.ts';
import { registerPortalRoutes } from './features/portal/index.ts';
import { registerQueueViewRoutes } from './features/queue-views/index.ts';
import { registerReviewRoutes } from './features/reviews/index.ts';
import { registerSearchRoutes, startTokenFiler } from './features/search/index.ts';
import { createAuth, createIdentities, registerActor, registerSessionRoutes } from './features/session/index.ts';
import { registerStudioRoutes } from './features/studio/index.ts';
import {
  type CaseActions,
  createRegistrar,
  Descriptions,
  describeOldTickets,
  type Engine,
  escalationReasons,
  LiveAudience,
  LiveHub,
  latestOfCustomer,
  loadTickets,
  registerAttachmentRoutes,
  registerLiveRoute,
  registerTicketRoutes,
  rowsOf,
  startClockWorker,
  type TicketChange,
  ticketChannel,
} from './features/tickets/index.ts';
import { registerTrackingRoutes } from './features/tracking/index.ts';
import { upkeep } from './features/upkeep/index.ts';
import type { App, Feature } from './http/app.ts';
import { registerDoneOnce } from './http/done-once.ts';
import { createHttpServer } from './http/server.ts';
import { startJobs } from './jobs/runner.ts';
import type { Clock } from './platform/clock.ts';
import { openKeyRing } from './platform/crypto/open-key-ring.ts';
import { openOrganisationKey } from './platform/crypto/organisation-key.ts';
import type { Logger } from './platform/logger.ts';
import { createOutbound } from './platform/outbound/outbound.ts';
import { version } from './version.ts';
import { gaugesOf, readinessOf } from './watch.ts';

/** What a process is started with. */
export type ContextParts = {
  config: Config;
  logger: Logger;
  clock: Clock;
  pool: DatabasePool;
  masterKey: Buffer;
};

/**
 * The one place where the parts of a running process are put together. What a feature needs it names in its own
 * parameter type; this context has to satisfy them all.
 */
export type Context = Awaited<ReturnType<typeof createContext>>;

const playbookFolder = join(import.meta.dirname, '../../playbooks');
const phraseFolder = join(import.meta.dirname, '../../phrases');

/** Opens what needs the database; `close` before the pool is ended. */
export async function createContext(parts: ContextParts) {
  const { config, logger, clock, pool, masterKey } = parts;
  const listener = await startListener(pool, logger);
  const ring = await openKeyRing(pool, masterKey);
  const organisationKey = await openOrganisationKey(pool, ring);
  const following = { listener, pool, logger };
  const playbooks = await openPlaybooks(pool, playbookFolder, clock.now(), following);
  await completeDepartments(
    pool,
    playbooks.list().flatMap(({ source }) => source.departments),
  );
  await loadShippedPhrases(pool, phraseFolder, clock.now());
  const calendars = await openCalendars(pool, clock.now(), following);
  const directory = await openDirectory(following);
  const auth = createAuth({ pool, logger, masterKey, publicUrl: config.publicUrl });
  const identities = await createIdentities({ auth, pool, clock, logger, listener });
  const live = new LiveHub(pool, logger);
  const audience = new LiveAudience();
  await listener.on(ticketChannel, (payload) => {
    if (payload !== null) audience.tell(JSON.parse(payload) as TicketChange[]);
    // Changes may have been missed: consoles that come back fetch everything anew.
    else audience.dismiss(() => true);
  });
  await listener.on(incidentChannel, (payload) => {
    if (payload !== null) audience.tellIncident(Number(payload));
  });
  identities.onForgotten((isAffected) => audience.dismiss(isAffected));
  await followInbox(listener, (staffIds) => audience.tellOfNotices(staffIds));
  const descriptions = new Descriptions();
  await forgetErasedCustomers(listener, ring, () => descriptions.clear());
  const engine: Engine = {
    pool,
    ring,
    clock,
    logger,
    playbooks,
    calendars,
    directory,
    live,
    registrar: createRegistrar(pool),
    descriptions,
    timeZone: config.timeZone,
    fileLimits: { bytes: config.attachmentLimitBytes, count: config.attachmentLimitCount },
  };
  const outbound = createOutbound({ privateHosts: config.privateHosts ?? [] });
  const close = async () => {
    await live.close();
    await listener.stop();
  };
  return {
    ...parts,
    listener,
    ring,
    organisationKey,
    playbooks,
    calendars,
    directory,
    auth,
    identities,
    live,
    audience,
    engine,
    outbound,
    close,
  };
}

/** Every feature of the server, in the order its routes are registered. */
export const features: readonly Feature<Context>[] = [
  (app, context) => registerDoneOnce(app, { ...context, whoIs: ({ actor }) => whoIs(actor) }),
  (app, { identities, config }) => registerActor(app, identities, config.publicUrl),
  (app, context) => registerSessionRoutes(app, context),
  (app, context) => registerOrganisationRoutes(app, { ...context, playbooks: playbookChoice(context) }),
  (app, { playbooks, pool }) => registerPlaybookRoutes(app, { playbooks, chosen: () => chosenPlaybook(pool) }),
  (app, context) => registerStudioRoutes(app, context),
  (app, context) =>
    registerNoticeRoutes(app, {
      ...context,
      clockName: clockNames(context),
      ticketRows: (actor, ids) => rowsOf(context.engine, actor, ids),
      reasonsOf: (events) => escalationReasons(context.engine, events),
    }),
  // Before the tickets' own: /tickets/search is no ticket.
  (app, { engine }) => registerSearchRoutes(app, engine),
  (app, context) => registerTicketRoutes(app, context.engine, incidentActions(context.engine), caseActions(context)),
  (app, { engine }) => registerAttachmentRoutes(app, engine),
  (app, { engine }) => registerQueueViewRoutes(app, engine),
  (app, context) => registerCaseRoutes(app, caseDeps(context)),
  (app, context) =>
    registerCustomerRoutes(app, {
      ...context,
      choices: () => customerChoices(context.playbooks.list().map(({ source }) => source)),
      latestTickets: (actor, id) => latestOfCustomer(context.engine, actor, id),
    }),
  (app, context) => registerOutputRoutes(app, { ...context, source: outputSource(context) }),
  (app, context) => registerGroupChatRoutes(app, groupChatDeps(context)),
  (app, context) => registerPhraseRoutes(app, context),
  (app, { engine }) => registerReviewRoutes(app, engine),
  (app, context) => registerTrackingRoutes(app, { engine: context.engine, source: outputSource(context) }),
  (app, context) => registerIncidentRoutes(app, context.engine, { organisation: organisationName(context) }),
  (app, { audience }) => registerLiveRoute(app, audience),
  (app, { engine, pool, config }) =>
    registerPortalRoutes(app, engine, {
      organisation: () => readOrganisationSetting(pool),
      config,
    }),
];

function organisationName({ pool }: Pick<Context, 'pool'>) {
  return async () => (await readOrganisationSetting(pool))?.name ?? '';
}

/** The portal's visitors are one: what they send proves itself who they are. */
function whoIs(actor: Actor | null): string {
  return actor === null || actor.kind === 'system' ? 'visitor' : `${actor.kind}:${actor.id}`;
}

/** What the case library works with. */
export function caseDeps({ engine, pool, ring, organisationKey }: Context): CaseDeps {
  return { engine, key: organisationKey, loadTickets: (ids) => loadTickets(pool, ring, ids) };
}

/** What group chats are served with. */
export function groupChatDeps(context: Context): GroupChatDeps {
  const { engine, organisationKey: key, outbound, config } = context;
  return { engine, key, outbound, source: outputSource(context), publicUrl: config.publicUrl };
}

function caseActions(context: Context): CaseActions {
  const deps = caseDeps(context);
  return { cite: (actor, id, version, { caseId }, files) => citeCase(deps, actor, id, version, caseId, files) };
}

function outputSource({ engine, pool, ring }: Context) {
  return createOutputSource(engine, (ids) => loadTickets(pool, ring, ids));
}

function clockNames({ playbooks }: Pick<Context, 'playbooks'>) {
  return (playbook: string, playbookVersion: number, clock: string) =>
    playbooks.get(playbook, playbookVersion).source.clocks.find(({ id }) => id === clock)?.name ?? null;
}

/** Work in the background, in processes with HUIYIN_CLOCKS=on; stopped before the database connection is. */
export type Worker = (context: Context) => Promise<{ stop(): Promise<void> }>;
export const workers: readonly Worker[] = [
  async ({ engine }) => startClockWorker(engine),
  async ({ engine }) => startTellingWorker(engine),
  async (context) => startPostWorker(groupChatDeps(context)),
  async (context) => startDelivery({ ...context, channels: noticeChannels(context.pool) }),
  async (context) => startTokenFiler(context),
  async (context) =>
    startJobs({
      ...context,
      hourly: async () => ({
        ...(await upkeep({ ...context, timeZone: context.config.timeZone })),
        ...(await checkDueCases(caseDeps(context))),
        descriptions: await describeOldTickets(context),
      }),
    }),
];

/** Lines printed under the address, as the one-time set-up link; null for nothing to say. */
export const greetings: readonly ((context: Context, url: string) => Promise<string | null>)[] = [
  async ({ pool }, url) => {
    const key = await makeSetupKey(pool);
    return key && `Set it up once with this link: ${url}/setup?key=${key}`;
  },
];

/** Fills the demo organisation (`npm start -- --demo`). */
export async function fillDemo(context: Context): Promise<void> {
  const { seedDemo } = await import('../../seeds/demo/index.ts');
  await seedDemo(context, (line) => process.stdout.write(`${line}\n`));
}

/** @param extra more routes, which tests of the base add. */
export async function createServer(context: Context, extra?: Feature<Context>): Promise<App> {
  const { config, logger, pool } = context;
  return createHttpServer({
    config,
    version,
    logger,
    pool,
    metrics: gaugesOf(pool),
    webFolder: join(import.meta.dirname, '../../dist/web'),
    checkReadiness: readinessOf(pool),
    registerRoutes: async (app) => {
      for (const register of extra ? [...features, extra] : features) await register(app, context);
    },
  });
}
