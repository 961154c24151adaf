import type { Actor } from '../../../domain/ticket/actor.ts';

/** Looks up whom a session cookie or bearer token stands for; `known…` answers from memory, undefined when it cannot. */
export type Identities = {
  readonly cookieName: string;
  knownSession(cookie: string): Actor | undefined;
  /** `cookies`: renewed ones to set, when the session was prolonged. */
  findSession(cookie: string): Promise<{ actor: Actor; cookies: string[] } | null>;
  knownToken(token: string): Actor | undefined;
  findToken(token: string): Promise<Actor | null>;
};
