/** `huiyin token`: makes a bearer token for a program and prints it, alone, on standard output. It is shown this once. */
import { parseArgs } from 'node:util';
import { tokenBody } from '../contract/organisation.ts';
import { staffRoles } from '../domain/playbook/schema-parts.ts';
import { Refusal } from '../domain/refusal.ts';
import { nearestName } from '../server/platform/nearest-name.ts';
import { refusalText } from './refusal-text.ts';

const usage = `Usage: huiyin token --name NAME --role ROLE [--role ROLE …] [--department CODE …]

Makes a bearer token for a program and prints it alone on standard output. Only its hash is kept: it cannot be shown again.

  --name         what the token is for, as people will see it in the list of tokens
  --role         ${staffRoles.join(', ')}; may be repeated
  --department   code of a department the program works for; may be repeated
`;

/** A flag that is missing or wrong; the message says the remedy. */
class UsageError extends Error {}
type TokenRequest = ReturnType<typeof tokenBody.parse>;

/** Exit code 0: made; 1: it could not be made; 2: wrong flags. */
export async function runToken(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  try {
    const request = readRequest(argv);
    if (request === 'help') process.stdout.write(usage);
    else process.stdout.write(`${await makeToken(request, env)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return error instanceof UsageError || error instanceof Refusal ? 2 : 1;
  }
}

function readRequest(argv: readonly string[]): TokenRequest | 'help' {
  const values = readFlags(argv);
  if (values.help) return 'help';
  if (values.name === undefined) throw new UsageError(`--name is missing.\n\n${usage}`);
  const roles = values.role ?? [];
  if (roles.length === 0) throw new UsageError(`--role is missing. Valid roles: ${staffRoles.join(', ')}.`);
  for (const role of roles) checkRole(role);
  const request = tokenBody.safeParse({ name: values.name, roles, departments: values.department ?? [] });
  if (request.success) return { ...request.data, roles: [...new Set(request.data.roles)] };
  const [issue] = request.error.issues;
  throw new UsageError(`--${String(issue?.path[0] ?? 'name')}: ${issue?.message}`);
}

function readFlags(argv: readonly string[]) {
  const options = {
    name: { type: 'string' },
    role: { type: 'string', multiple: true },
    department: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}

function checkRole(role: string): void {
  if ((staffRoles as readonly string[]).includes(role)) return;
  const nearest = nearestName(role, staffRoles);
  const hint = nearest ? `; did you mean "${nearest}"?` : '.';
  throw new UsageError(`"${role}" is not a role${hint} Valid roles: ${staffRoles.join(', ')}.`);
}

/** Loaded only now: wrong flags are answered at once. */
async function makeToken(request: TokenRequest, env: NodeJS.ProcessEnv): Promise<string> {
  const { withDatabase } = await import('../server/open-for-command.ts');
  const { createToken } = await import('../server/features/organisation/index.ts');
  const { systemClock: clock } = await import('../server/platform/clock.ts');
  return withDatabase('token', async ({ pool }) => (await createToken({ pool, clock }, request)).token, env);
}

function explain(error: unknown): string {
  if (error instanceof Refusal) return refusalText(error);
  return error instanceof Error ? error.message : String(error);
}
