import { useMemo } from 'react';
import { usePlaybooks } from './playbooks-provider.tsx';

/** Departments that the organisation's own playbook, the first of the list, hands work to, in its order; empty until it has come. */
export function useMainDepartments(): readonly string[] {
  const playbooks = usePlaybooks();
  return useMemo(() => {
    const [first] = playbooks.values();
    return first?.departments.map(({ id }) => id) ?? [];
  }, [playbooks]);
}

/** Those first; the others keep their order behind them. */
export function mainFirst<T extends { code: string }>(departments: readonly T[], main: readonly string[]): T[] {
  const place = ({ code }: T) => (main.includes(code) ? main.indexOf(code) : main.length);
  return departments.toSorted((one, other) => place(one) - place(other));
}
