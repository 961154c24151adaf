import type { CaseCommand } from '../../src/domain/case/commands.ts';
import { usualCheckDays } from '../../src/domain/case/commands.ts';
import { systemActor } from '../../src/domain/ticket/actor.ts';
import { type Context, caseDeps } from '../../src/server/context.ts';
import {
  actOnCase,
  type CaseDeps,
  citeCase,
  makeCase,
  prefillCase,
  rateCase,
  readCase,
} from '../../src/server/features/cases/index.ts';
import { loadForActor } from '../../src/server/features/tickets/index.ts';
import { type DemoCase, demoCases } from './case-texts.ts';
import type { Chance } from './random.ts';
import type { Troupe } from './resolution.ts';

export type Told = { ticketId: number; what: string };

const hourMs = 3_600_000;
const people = ['chen', 'lin', 'wu', 'xu', 'li', 'zheng', 'han', 'feng'];
const remarks = ['照着做，一次就解决了', '步骤很清楚', '客户一听就明白', '', '', ''];

/** Cases of what was solved in these weeks: most published, rated and cited, one in review, one sent back, one reported as outdated. */
export async function seedCases(
  context: Context,
  troupe: Troupe,
  chance: Chance,
  told: readonly Told[],
  end: number,
): Promise<number> {
  let made = 0;
  for (const one of demoCases) {
    const tickets = told.filter(({ what }) => what.startsWith(one.story));
    const source = await firstClosed(context, tickets);
    if (source === null) continue;
    made++;
    // The last ones are still on their way.
    const fate = made === 11 ? 'in-review' : made === 12 ? 'returned' : made === 4 ? 'outdated' : 'published';
    await tellCase(context, troupe, chance, { one, source, tickets, fate, end });
  }
  return made;
}

type Fate = 'published' | 'in-review' | 'returned' | 'outdated';
type Telling = {
  one: DemoCase;
  source: { id: number; closedAt: number };
  tickets: readonly Told[];
  fate: Fate;
  end: number;
};

async function tellCase(
  context: Context,
  troupe: Troupe,
  chance: Chance,
  { one, source, tickets, fate, end }: Telling,
): Promise<void> {
  const author = troupe.actor(one.author);
  const reviewer = troupe.actor(one.reviewer);
  const at = (hours: number) => Math.min(source.closedAt + hours * hourMs, end);
  const depsAt = (time: number): CaseDeps => {
    const deps = caseDeps(context);
    return { ...deps, engine: { ...deps.engine, clock: { now: () => time } } };
  };
  // A specialist sees the tickets of their department only; what a colleague filled in is the same.
  const { text } = await prefillCase(depsAt(at(2)), troupe.actor('chen'), source.id);
  const { title, cause, solution, lessons, tags } = one;
  // When it happened to this customer does not matter to the next one.
  const problem = text.problem.replace(/^何时发生：.*\n/m, '');
  const id = await makeCase(depsAt(at(2)), author, source.id, {
    ...text,
    problem,
    title,
    cause,
    solution,
    lessons,
    tags,
  });
  const act = async (who: typeof author, hours: number, command: CaseCommand) => {
    const deps = depsAt(at(hours));
    const { revision } = await readCase(deps, who, id);
    await actOnCase(deps, who, id, { revision, command });
  };
  await act(author, 3, { do: 'submit' });
  if (fate === 'in-review') return;
  if (fate === 'returned')
    return act(reviewer, 5, { do: 'send-back', version: 1, note: '请补充怎样判断客户是不是同一种情况' });
  await act(reviewer, 6, { do: 'approve', version: 1, hasCheckedFindings: true, checkAfterDays: usualCheckDays });
  for (const login of people.filter((login) => login !== one.author && chance.next() < 0.35))
    await rateCase(depsAt(at(20)), troupe.actor(login), id, {
      version: 1,
      isHelpful: chance.next() < 0.9,
      remark: chance.pick(remarks),
    });
  for (const { ticketId } of tickets.filter((other) => other.ticketId !== source.id && chance.next() < 0.6))
    await cite(context, depsAt, troupe, ticketId, id, end);
  if (fate === 'outdated')
    await act(troupe.actor('lin'), 30, { do: 'report', note: '配送站已换承运商，换新流程改为由新承运商取旧机' });
}

/** The same matter again, while it is still being handled: the case is cited there. */
async function cite(
  context: Context,
  depsAt: (time: number) => CaseDeps,
  troupe: Troupe,
  ticketId: number,
  caseId: number,
  end: number,
): Promise<void> {
  const { state } = await loadForActor(context.engine, systemActor, ticketId);
  if (state.status === 'closed') return;
  await citeCase(depsAt(end), troupe.actor('chen'), ticketId, state.version, caseId, []);
}

async function firstClosed(context: Context, tickets: readonly Told[]): Promise<Telling['source'] | null> {
  for (const { ticketId } of tickets) {
    const { state } = await loadForActor(context.engine, systemActor, ticketId);
    if (state.closedAt !== null && state.dismissed === null) return { id: ticketId, closedAt: state.closedAt };
  }
  return null;
}
