import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type CalendarDefinition, calendarDefinitionSchema, compileCalendar } from '../domain/calendar/calendar.ts';
import { applyStatutoryDays, parseStatutoryDays } from '../domain/calendar/statutory-days.ts';
import { Refusal } from '../domain/refusal.ts';
import { createContext } from '../server/context.ts';
import { reviseCalendar } from '../server/features/tickets/index.ts';
import { withDatabase } from '../server/open-for-command.ts';
import { systemClock } from '../server/platform/clock.ts';

const usage = `Usage: huiyin calendar show
       huiyin calendar days FILE [--hours 09:00-18:00[,…]] [--replace]
       huiyin calendar set FILE.json

show  prints the calendar in force as JSON
days  lays a year's holidays and make-up working days over it: CSV lines date,kind,name or a JSON
      array of {date, kind, name}, kind being holiday or workday; dates it sets already stay unless --replace
set   replaces it: {"timeZone", "week": {"mon": ["08:30-12:00", …]}, "dates": {"2027-01-01": []}}

Every open ticket is moved to the new version; its promises in working time are computed anew.
`;
/** Running servers hear of a new version at once; this is more than they need. */
const settleMs = 2_000;

/** Exit codes: 0 done, 1 could not, 2 wrong arguments. */
export async function runCalendar(args: string[]): Promise<number> {
  const options = {
    hours: { type: 'string' },
    replace: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [action, file] = positionals;
    if (values.help) return say(usage, 0);
    if (action === 'show' && file === undefined)
      return await withCalendar(async ({ definition }) => say(`${JSON.stringify(definition, null, 2)}\n`, 0));
    if ((action !== 'days' && action !== 'set') || file === undefined) return complain(usage, 2);
    const text = await readFile(file, 'utf8');
    return await withCalendar(async ({ definition, revise }) => {
      const hours = values.hours?.split(',');
      const next =
        action === 'set'
          ? readDefinition(text)
          : applyStatutoryDays(definition, parseStatutoryDays(text), {
              workdayHours: hours,
              replacesDates: values.replace,
            });
      compileCalendar(next);
      const { calendar, moved } = await revise(next);
      return say(`Calendar version ${calendar.version} is in force; ${moved} open tickets follow it.\n`, 0);
    });
  } catch (error) {
    if (error instanceof Refusal) return complain(`${error.field}: ${error.message}\n`, 1);
    return complain(
      `${(error as Error).message}\n`,
      (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1,
    );
  }
}

function readDefinition(text: string): CalendarDefinition {
  const parsed = calendarDefinitionSchema.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal('calendar.invalid', issue?.path.join('.') ?? '', {}, issue?.message ?? 'not a calendar');
}

type Work = { definition: CalendarDefinition; revise: (next: CalendarDefinition) => ReturnType<typeof reviseCalendar> };

async function withCalendar(work: (calendar: Work) => Promise<number>): Promise<number> {
  return withDatabase('calendar', async (parts) => {
    const context = await createContext({ ...parts, clock: systemClock });
    try {
      const { engine, calendars } = context;
      return await work({
        definition: calendars.definition(calendars.current()),
        revise: (next) => reviseCalendar(engine, next, settleMs),
      });
    } finally {
      await context.close();
    }
  });
}

function say(text: string, code: number): number {
  process.stdout.write(text);
  return code;
}

function complain(text: string, code: number): number {
  process.stderr.write(text);
  return code;
}
