import { useQueries, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { Playbook } from '../../domain/playbook/schema.ts';
import { queries } from './queries.ts';

/** All playbooks in force, whole, loaded once: every row of every list names its stage and priority out of them. */
type Playbooks = ReadonlyMap<string, Playbook>;
const Context = createContext<Playbooks>(new Map());

export function PlaybooksProvider({ children }: { children: ReactNode }): ReactNode {
  const briefs = useQuery(queries.playbooks()).data?.items ?? [];
  const playbooks = useQueries({ queries: briefs.map((brief) => queries.playbook(brief.id)), combine: byId });
  return <Context value={playbooks}>{children}</Context>;
}

/** By id; empty until they have come. */
export function usePlaybooks(): Playbooks {
  return useContext(Context);
}

function byId(results: { data: Playbook | undefined }[]): Playbooks {
  return new Map(results.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])));
}
