import { Refusal } from '../refusal.ts';
import { type Actor, rolesOf } from '../ticket/actor.ts';

/** The library of wording is for everybody who talks to customers; what it says is the supervisors' word. */
const editors = ['supervisor', 'admin'] as const;

export function mayChangePhrases(actor: Actor): boolean {
  return rolesOf(actor).some((role) => (editors as readonly string[]).includes(role));
}

/** @throws Refusal auth.forbidden, naming the roles that would do */
export function demandPhraseChange(actor: Actor): void {
  if (!mayChangePhrases(actor)) throw new Refusal('auth.forbidden', '', { roles: editors });
}
