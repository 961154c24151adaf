import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ErrorEntry } from '../../contract/errors.ts';

/**
 * Looks a refusal's code up in the table of all of them. The table is large and no page needs it to be shown, so it is loaded beside
 * the page: until it is there, and for codes it does not hold, the answer is null.
 */
export function useFindError(): (code: string) => ErrorEntry | null {
  const { data } = useQuery({
    queryKey: ['errors'],
    queryFn: async () => (await import('../../contract/errors.ts')).errors as Record<string, ErrorEntry>,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return useCallback((code) => (data && Object.hasOwn(data, code) ? (data[code] ?? null) : null), [data]);
}
