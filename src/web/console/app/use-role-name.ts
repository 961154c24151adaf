import { useCallback } from 'react';
import { isRole, roleNames } from '../../../domain/access/role-names.ts';
import { useNames } from '../../i18n/use-texts.ts';

/** What a role is called; one that nobody knows goes by its id. */
export function useRoleName(): (role: string) => string {
  const name = useNames();
  return useCallback((role) => (isRole(role) ? name(roleNames[role]) : role), [name]);
}
