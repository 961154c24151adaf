import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlaybookForm } from '../../../domain/playbook/schema.ts';
import { queries } from '../../api/queries.ts';
import type { FormValues } from '../form/form-values.ts';
import { fieldBoundTo } from './field-groups.ts';
import { useDebounced } from './use-debounced.ts';
import { isWholeContact } from './whole-contact.ts';

const restMs = 250;
const shortestNumber = 3;

/**
 * Who is calling: found by the whole contact, else by the customer number. One match is taken at once; among several the
 * agent chooses. `asked` is a customer that the page was opened for.
 */
export function useCustomerLookup(form: PlaybookForm, values: FormValues, asked: number | undefined) {
  const [choice, setChoice] = useState<{ key: string; id: number } | null>(null);
  const key = useDebounced(lookupKey(form, values), restMs);
  const lookup = useQuery({ ...queries.customerLookup(key), enabled: key !== '', placeholderData: keepPreviousData });
  const matches = key === '' ? [] : (lookup.data?.items.filter((one) => !one.isErased) ?? []);
  const [only] = matches;
  const chosenByHand = choice?.key === key ? choice.id : undefined;
  const chosenId = chosenByHand ?? (matches.length === 1 ? only?.id : undefined) ?? (key === '' ? asked : undefined);
  const chosen = useQuery({ ...queries.customer(chosenId ?? 0), enabled: chosenId !== undefined });
  return {
    hasKey: key !== '',
    isSearching: key !== '' && lookup.isFetching,
    matches,
    chosenId,
    chosen: chosenId === undefined ? undefined : chosen.data,
    choose: (id: number) => setChoice({ key, id }),
  };
}

export type CustomerLookup = ReturnType<typeof useCustomerLookup>;

function lookupKey(form: PlaybookForm, values: FormValues): string {
  const textOf = (id: string | undefined) => (id === undefined ? '' : String(values[id] ?? '').trim());
  const contact = textOf(fieldBoundTo(form, 'customer-contact')?.id);
  if (isWholeContact(contact)) return contact;
  const number = textOf(fieldBoundTo(form, 'customer-number')?.id);
  return number.length >= shortestNumber ? number : '';
}
