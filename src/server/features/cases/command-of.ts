import type { z } from 'zod';
import { caseActionBodies } from '../../../contract/case.ts';
import type { CaseText } from '../../../domain/case/case-text.ts';
import type { CaseCommand, CaseCommandName } from '../../../domain/case/commands.ts';
import { InvalidInput } from '../../http/validation.ts';

export type CaseRequest = { revision: number; command: CaseCommand; text: CaseText | null };

/** Reads an action's body by its own schema. */
export function caseCommandOf(action: CaseCommandName, body: unknown): CaseRequest {
  const schema = caseActionBodies[action] as z.ZodType<{ revision: number; text?: CaseText }>;
  const parsed = schema.safeParse(body, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(parsed.error.issues);
  const { revision, text = null, ...rest } = parsed.data;
  return { revision, text, command: { do: action, ...rest } as CaseCommand };
}
