import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageFailure } from './page-failure.tsx';

/** A page that failed to load or to be drawn, within the shell. */
export function PageError({ error }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  return <PageFailure error={error} onRetry={() => void router.invalidate()} />;
}
