import { ApiProblem } from '../../../api/api-problem.ts';

/** Somebody has acted on the ticket since this page last saw it. Other refusals with status 409 are about the rules. */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'ticket.changed';
}
