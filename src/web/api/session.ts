import { useSuspenseQuery } from '@tanstack/react-query';
import type { MeView, StaffRole } from '../../contract/organisation.ts';
import { queries } from './queries.ts';

/** Who is signed in. Only behind sign-in, where the shell has loaded it before any page is drawn. */
export function useMe(): MeView {
  return useSuspenseQuery(queries.me()).data;
}

export function useHasRole(...roles: readonly StaffRole[]): boolean {
  const me = useMe();
  return roles.some((role) => me.roles.includes(role));
}
