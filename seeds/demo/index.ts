import type { Actor } from '../../src/domain/ticket/actor.ts';
import type { Context } from '../../src/server/context.ts';
import {
  createStaff,
  ensureDepartments,
  saveDepartment,
  setUpWithoutKey,
} from '../../src/server/features/organisation/index.ts';
import { playbookChoice } from '../../src/server/features/playbooks/index.ts';
import { registerTicket } from '../../src/server/features/tickets/index.ts';
import { seedCases, type Told } from './cases.ts';
import { seedCooperation } from './cooperation.ts';
import { seedIncidents } from './incidents.ts';
import { demoEmail, demoOrganisation, demoPassword, demoPeople, givenNames, surnames } from './people.ts';
import { Player } from './player.ts';
import { type Chance, chanceOf, deckOf } from './random.ts';
import { playResolution, resolutionAnswers, type Troupe } from './resolution.ts';
import { resolutionStories } from './resolution-stories.ts';
import { playResponse, responseAnswers } from './response.ts';
import { responseStories } from './response-stories.ts';
import type { Story } from './story.ts';
import { seedDuplicates, seedVisitor, visitorContact } from './visitors.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const ticketCount = 200;
const days = 28;

/**
 * Fills an empty system with a believable organisation and four weeks of tickets, all through the use cases that people use. Does
 * nothing, and says so, where an organisation is set up already.
 */
export async function seedDemo(context: Context, say: (line: string) => void): Promise<void> {
  const { rows } = await context.pool.query(`select 1 from setting where name = 'organisation'`);
  if (rows.length > 0) return say('An organisation is set up already: the demo leaves it alone.');
  const troupe = await hire(context);
  const chance = chanceOf(20260302);
  const end = context.clock.now();
  const arrivals = Array.from({ length: ticketCount }, (_, index) => arrivalAt(chance, end, index)).sort(
    (a, b) => a - b,
  );
  const decks = { resolution: deckOf(chance, resolutionStories), response: deckOf(chance, responseStories) };
  const customers = Array.from({ length: 90 }, () => customer(chance));
  const told: Told[] = [];
  for (const [index, at] of arrivals.entries()) {
    told.push(await tell(context, troupe, chance, decks, customers, at, end));
    if ((index + 1) % 50 === 0) say(`Demo: ${index + 1} of ${ticketCount} tickets`);
  }
  const cases = await seedCases(context, troupe, chance, told, end);
  say(`Demo: ${cases} cases in the library`);
  const shared = await seedCooperation(context, troupe, chance, customers, end);
  say(`Demo: ${shared} tickets on which departments work together`);
  await seedIncidents(context, troupe, chance, customers, end);
  say('Demo: an incident under way and one that is over');
  await seedDuplicates(context, troupe, chance, customers, end);
  const waiting = await seedVisitor(context, troupe, end);
  // What is long past has been read.
  const readBefore = new Date(end - dayMs).toISOString();
  await context.pool.query('update notice set read_at = at where at < $1', [readBefore]);
  say(
    `Demo: on the public page (/portal), follow ${waiting} with ${visitorContact}: its customer is asked how it went`,
  );
  say(
    `Demo: sign in as chen (agent), zhou (supervisor), zhao (logistics), li (technology), ma (operations), luo (business) or admin; the password is ${demoPassword}`,
  );
}

/** A third came within the last day, so that every stage is full and clocks run; the rest over the weeks before, in the daytime. */
function arrivalAt(chance: Chance, end: number, index: number): number {
  const isRecent = index % 3 === 0;
  for (;;) {
    const back = isRecent ? 5 * 60_000 + chance.next() * 20 * hourMs : dayMs * (1 + chance.next() * days);
    const at = Math.round(end - back);
    if (isDaytime(at) || (isRecent && !isDaytime(end))) return at;
  }
}

/** From eight to nine in the evening in China. */
function isDaytime(at: number): boolean {
  const hour = Math.floor(at / hourMs + 8) % 24;
  return hour >= 8 && hour < 21;
}

type Decks = { resolution: () => Story; response: () => Story };
type Customer = { name: string; contact: string };

/** Numbers of a range that no operator gives out (prefix 100). */
function customer(chance: Chance): Customer {
  const name = chance.pick(surnames) + chance.pick(givenNames);
  return {
    name,
    contact: `1${chance.pick(['38', '39', '50', '86'])}0000${String(chance.between(0, 9999)).padStart(4, '0')}`,
  };
}

async function tell(
  context: Context,
  troupe: Troupe,
  chance: Chance,
  decks: Decks,
  customers: readonly Customer[],
  at: number,
  end: number,
): Promise<Told> {
  const isResolution = chance.next() < 0.6;
  const story = isResolution ? decks.resolution() : decks.response();
  const { name, contact } = chance.pick(customers);
  const registeredAt = Math.min(Math.round(at + chance.between(0, 12) * 60_000), end);
  const answersOf = isResolution ? resolutionAnswers : responseAnswers;
  const engine = { ...context.engine, clock: { now: () => registeredAt } };
  const { ticketId } = await registerTicket(engine, troupe.actor(chance.pick(['chen', 'lin', 'wu', 'xu'])), {
    playbook: isResolution ? 'resolution-flow' : 'response-toolkit',
    answers: answersOf(story, chance, name, contact, at),
  });
  const player = new Player(context.engine, ticketId, registeredAt, end);
  const pace = chance.pick([0.4, 0.7, 1, 1, 1.6, 4]);
  await (isResolution ? playResolution : playResponse)(player, story, chance, troupe, pace);
  await player.after((end - player.now) / 60_000);
  return { ticketId, what: story.what };
}

async function hire(context: Context): Promise<Troupe> {
  const deps = { ...context, playbooks: playbookChoice(context) };
  const admin = {
    organisation: demoOrganisation,
    playbook: 'huiyin',
    name: '系统管理员',
    login: 'admin',
    email: demoEmail('admin'),
    password: demoPassword,
  };
  const ids = new Map([['admin', await setUpWithoutKey(deps, admin)]]);
  for (const { source } of context.playbooks.list()) await ensureDepartments(context.pool, source.departments);
  await context.directory.reload();
  for (const { login, name, roles, departments, supervisor } of demoPeople) {
    const body = {
      login,
      name,
      email: demoEmail(login),
      chatId: null,
      roles,
      departments: complaintsToo(departments),
      supervisor: supervisor === null ? null : (ids.get(supervisor) ?? null),
      password: demoPassword,
    };
    ids.set(login, await createStaff(deps, body));
  }
  const id = (login: string) => {
    const found = ids.get(login);
    if (found === undefined) throw new Error(`the demo has no ${login}`);
    return found;
  };
  await nameContacts(context);
  const actor = (login: string): Actor => {
    const entry = context.directory.staff(id(login));
    return { kind: 'staff', id: id(login), roles: entry?.roles ?? [], departments: entry?.departments ?? [] };
  };
  return { id, actor };
}

/** Each department is answered for by somebody in it: whoever has the role, else whoever comes first. */
async function nameContacts(context: Context): Promise<void> {
  const departments = context.playbooks.list().flatMap(({ source }) => source.departments);
  for (const { id: code, name } of new Map(departments.map((one) => [one.id, one])).values()) {
    const members = context.directory.staffOf(code);
    const contact = members.find((id) => context.directory.staff(id)?.roles.includes('contact')) ?? members[0];
    if (contact !== undefined) await saveDepartment(context, { code, name, contact });
  }
}

/** Supervisors of customer service also sit at the complaints desk. */
function complaintsToo(departments: readonly string[]): string[] {
  return departments.includes('customer-service') ? [...departments, 'complaints'] : [...departments];
}
