import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';

export function useStaffOptions(): { value: number; label: string }[] {
  const items = useQuery(queries.staff()).data?.items ?? [];
  return items.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: name }));
}
