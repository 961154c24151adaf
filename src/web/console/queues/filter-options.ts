import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Names } from '../../../contract/common.ts';
import type { FilterName } from '../../../contract/queue-search.ts';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { queries } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { usePublicText } from '../incidents/marks.tsx';
import { incidentQueries } from '../incidents/queries.ts';
import type { QueueSearch } from './search.ts';
import { texts } from './texts.ts';

export type Option = { value: string; label: string };
type Named = { id: string; name: Names };

/** What each filter can be set to; with a playbook chosen, only what that one knows. */
export function useFilterOptions({
  playbook,
  incident,
}: Pick<QueueSearch, 'playbook' | 'incident'>): Record<Exclude<FilterName, 'stage'>, Option[]> {
  const t = useTexts(texts);
  const names = useNames();
  const all = [...usePlaybooks().values()];
  const chosen = playbook ? all.filter(({ id }) => playbook.split(',').includes(id)) : all;
  const departments = useQuery(queries.departments()).data?.items ?? [];
  const incidents = useIncidentOptions(incident);
  const staff = useQuery(queries.staff()).data?.items ?? [];
  const options = (items: readonly Named[]) => unique(items).map(({ id, name }) => ({ value: id, label: names(name) }));
  return {
    playbook: options(all),
    priority: options(chosen.flatMap(({ priorities }) => priorities)),
    category: options(chosen.flatMap(({ categories }) => categories)),
    channel: options(chosen.flatMap(({ channels }) => channels)),
    department: [
      { value: 'mine', label: t('department.mine') },
      ...departments.filter((one) => one.isActive).map(({ code, name }) => ({ value: code, label: names(name) })),
    ],
    incident: [{ value: 'any', label: t('incident.any') }, { value: 'none', label: t('incident.none') }, ...incidents],
    owner: [
      { value: 'me', label: t('owner.me') },
      { value: 'none', label: t('owner.none') },
      ...staff.filter((one) => one.isActive).map(({ id, name }) => ({ value: String(id), label: name })),
    ],
  };
}

/** Those under way, and those that are over where one of them is asked for. */
function useIncidentOptions(asked: string | undefined): Option[] {
  const say = usePublicText();
  const open = useInfiniteQuery(incidentQueries.list('open'));
  const current = open.data?.pages.flatMap(({ items }) => items) ?? [];
  const isOther = (id: string) => /^\d+$/.test(id) && !current.some((one) => String(one.id) === id);
  const isPastAsked = open.isSuccess && (asked?.split(',').some(isOther) ?? false);
  const past = useInfiniteQuery({ ...incidentQueries.list('closed'), enabled: isPastAsked });
  const over = isPastAsked ? (past.data?.pages.flatMap(({ items }) => items) ?? []) : [];
  return [...current, ...over].map(({ id, number, title }) => ({
    value: String(id),
    label: `${say(title)} ${number}`,
  }));
}

/** Stages by playbook with how many wait there; a value names both, since a stage belongs to its playbook. */
export function useStageOptions(): { label: string; title: string; options: Option[] }[] {
  const names = useNames();
  const counts = useQuery(queries.counts()).data?.byStage ?? [];
  return [...usePlaybooks().values()].map(({ id, name, stages }) => ({
    label: names(name),
    title: id,
    options: stages.map((stage) => {
      const count = counts.find((one) => one.playbook === id && one.stage === stage.id)?.count ?? 0;
      return { value: `${id}/${stage.id}`, label: count > 0 ? `${names(stage.name)} · ${count}` : names(stage.name) };
    }),
  }));
}

function unique(items: readonly Named[]): Named[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
