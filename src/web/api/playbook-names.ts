import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Names } from '../../contract/common.ts';
import type { Playbook } from '../../domain/playbook/schema.ts';
import { useNames } from '../i18n/use-texts.ts';
import { usePlaybooks } from './playbooks-provider.tsx';
import { queries } from './queries.ts';

/** The document in force, or the version that a ticket keeps; undefined until it has come. */
export function usePlaybook(id: string, version?: number): Playbook | undefined {
  return useQuery(queries.playbook(id, version)).data;
}

type Option = { id: string; name: Names };
export type PlaybookPart =
  | 'stages'
  | 'priorities'
  | 'categories'
  | 'channels'
  | 'departments'
  | 'customerTypes'
  | 'ratings';

/** `name('resolution-flow', 'stages', row.stage)`: in the current language; the bare code where nothing is known of it, an ellipsis until anything is. */
export function usePlaybookNames(): (playbook: string, part: PlaybookPart, code: string) => string {
  const playbooks = usePlaybooks();
  const names = useNames();
  return useCallback(
    (playbook, part, code) => {
      if (playbooks.size === 0) return '…';
      const options: readonly Option[] = playbooks.get(playbook)?.[part] ?? [];
      return names(options.find((option) => option.id === code)?.name) || code;
    },
    [playbooks, names],
  );
}

/** Names of the organisation's departments by code. */
export function useDepartmentNames(): (code: string) => string {
  const items = useQuery(queries.departments()).data?.items;
  const names = useNames();
  const byCode = useMemo(() => new Map(items?.map((one) => [one.code, one.name])), [items]);
  return useCallback((code) => names(byCode.get(code)) || code, [byCode, names]);
}

/** Names of staff by id; empty until the list has come. */
export function useStaffNames(): (id: number) => string {
  const items = useQuery(queries.staff()).data?.items;
  const byId = useMemo(() => new Map(items?.map((one) => [one.id, one.name])), [items]);
  return useCallback((id) => byId.get(id) ?? '', [byId]);
}
