import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CoordinationView } from '../../../../contract/coordination.ts';
import type { PlaybookOption } from '../../../../domain/playbook/schema.ts';
import { queries } from '../../../api/queries.ts';
import { useNames } from '../../../i18n/use-texts.ts';
import { useTicket } from '../ticket-context.tsx';
import { coordinationTexts } from './texts.ts';

/** The parties of the ticket by name, the customer among them, and all departments that might become one. */
export function useParties(coordination: CoordinationView) {
  const { playbook } = useTicket();
  const name = useNames();
  const departments = useQuery(queries.departments()).data?.items;
  return useMemo(() => {
    const own = departments
      ?.filter(({ isActive }) => isActive)
      .map(({ code, name: names }) => ({ id: code, name: names }));
    const known = [...(own ?? []), ...playbook.departments.filter(({ id }) => !own?.some((one) => one.id === id))];
    const customer = { id: 'customer', name: { zh: coordinationTexts.zh.customer, en: coordinationTexts.en.customer } };
    const named = coordination.parties.filter(({ id }) => id !== customer.id);
    const parties: PlaybookOption[] = [
      ...named.map((party) => ({
        id: party.id,
        name:
          party.department === null
            ? { zh: party.name || party.id, en: party.name || party.id }
            : (known.find(({ id }) => id === party.department)?.name ?? { zh: party.department, en: party.department }),
      })),
      customer,
    ];
    return {
      parties,
      formPlaybook: { ...playbook, departments: known },
      /** A party that has been dropped is still called by its id where nothing else is known. */
      nameOf: (id: string) =>
        name(parties.find((one) => one.id === id)?.name) ||
        name(known.find((one) => `department:${one.id}` === id)?.name) ||
        id,
    };
  }, [coordination, departments, playbook, name]);
}
