import type { CommandName, TicketCommand } from './commands.ts';
import type { DecisionContext } from './context.ts';
import type { Draft } from './draft.ts';

/** What a command brings about, once it is known that it may be given at all. */
export type Command<Name extends CommandName> = Extract<TicketCommand, { do: Name }>;
export type Makers<Names extends CommandName> = {
  readonly [N in Names]: (context: DecisionContext, draft: Draft, command: Command<N>) => void;
};
