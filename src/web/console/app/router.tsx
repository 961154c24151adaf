import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { ApiProblem } from '../../api/api-problem.ts';
import { whenUnauthorized } from '../../api/client.ts';
import { Loading } from '../../ui/loading.tsx';
import { NotFound } from './not-found.tsx';
import { PageError } from './page-error.tsx';
import { paths } from './paths.ts';
import { routeTree } from './routes.tsx';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only a missing or broken answer is worth asking again.
      retry: (failures, error) =>
        failures < 2 && (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500),
    },
  },
});

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** A session that has ended leads to sign-in, and back to the same page afterwards. */
whenUnauthorized(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in' || pathname === '/setup') return;
  queryClient.removeQueries({ queryKey: ['me'] });
  void router.navigate(paths.signIn(href));
});
