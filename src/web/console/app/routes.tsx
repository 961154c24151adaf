import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { z } from 'zod';
import { ApiProblem } from '../../api/api-problem.ts';
import { queries } from '../../api/queries.ts';
import { Boot } from '../../ui/boot.tsx';
import { casesSearch, newCaseSearch } from '../cases/search.ts';
import { noticesSearch } from '../notices/search.ts';
import { outputsSearch } from '../outputs/search.ts';
import { phrasesSearch } from '../phrases/search.ts';
import { queueSearch } from '../queues/search.ts';
import { registerSearch } from '../register/search.ts';
import { reviewsSearch } from '../reviews/search.ts';
import { Shell } from '../shell/shell.tsx';
import { ticketSearch } from '../ticket/search.ts';
import { trackingSearch } from '../tracking/search.ts';
import { BootError } from './boot-error.tsx';
import { loadPage } from './load-page.ts';
import { NotFound } from './not-found.tsx';

/** All pages of the console, each loaded when it is first opened. */
export type RouterContext = { queryClient: QueryClient };

/** Pages read the router's types; loading them as unknown keeps the two from defining each other. */
const page = (load: () => Promise<unknown>, name: string) =>
  lazyRouteComponent(loadPage(load as () => Promise<Record<string, ComponentType>>), name);

const root = createRootRouteWithContext<RouterContext>()();

/** Everything behind sign-in stands in the shell. */
const shell = createRoute({
  id: 'shell',
  getParentRoute: () => root,
  component: Shell,
  pendingComponent: Boot,
  errorComponent: BootError,
  beforeLoad: async ({ context, location }) => {
    try {
      const me = await context.queryClient.ensureQueryData(queries.me());
      if (me.mustChangePassword) throw redirect({ to: '/new-password' });
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) {
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
      }
      throw error;
    }
  },
});

const signIn = createRoute({
  path: '/sign-in',
  getParentRoute: () => root,
  validateSearch: z.object({ to: z.string().startsWith('/').optional().catch(undefined) }),
  component: page(() => import('../session/sign-in-page.tsx'), 'SignInPage'),
});
const newPassword = createRoute({
  path: '/new-password',
  getParentRoute: () => root,
  component: page(() => import('../session/new-password-page.tsx'), 'NewPasswordPage'),
});
const setUp = createRoute({
  path: '/setup',
  getParentRoute: () => root,
  validateSearch: z.object({ key: z.coerce.string().optional().catch(undefined) }),
  component: page(() => import('../session/set-up-page.tsx'), 'SetUpPage'),
});

const getParentRoute = () => shell;
const work = createRoute({
  path: '/',
  getParentRoute,
  component: page(() => import('../work/page.tsx'), 'WorkPage'),
});
const queues = createRoute({
  path: '/queues',
  getParentRoute,
  validateSearch: queueSearch,
  component: page(() => import('../queues/page.tsx'), 'QueuesPage'),
});
const tracking = createRoute({
  path: '/tracking',
  getParentRoute,
  validateSearch: trackingSearch,
  component: page(() => import('../tracking/page.tsx'), 'TrackingPage'),
});
const register = createRoute({
  path: '/register',
  getParentRoute,
  validateSearch: registerSearch,
  component: page(() => import('../register/page.tsx'), 'RegisterPage'),
});
const ticket = createRoute({
  path: '/tickets/$id',
  getParentRoute,
  validateSearch: ticketSearch,
  component: page(() => import('../ticket/page.tsx'), 'TicketPage'),
});
const customer = createRoute({
  path: '/customers/$id',
  getParentRoute,
  component: page(() => import('../customers/page.tsx'), 'CustomerPage'),
});
const incidents = createRoute({
  path: '/incidents',
  getParentRoute,
  component: page(() => import('../incidents/page.tsx'), 'IncidentsPage'),
});
const incident = createRoute({
  path: '/incidents/$id',
  getParentRoute,
  component: page(() => import('../incidents/incident-page.tsx'), 'IncidentPage'),
});
const search = createRoute({
  path: '/search',
  getParentRoute,
  validateSearch: z.object({ q: z.coerce.string().max(100).default('').catch('') }),
  component: page(() => import('../search/page.tsx'), 'SearchPage'),
});
const cases = createRoute({
  path: '/cases',
  getParentRoute,
  validateSearch: casesSearch,
  component: page(() => import('../cases/page.tsx'), 'CasesPage'),
});
const newCase = createRoute({
  path: '/cases/new',
  getParentRoute,
  validateSearch: newCaseSearch,
  component: page(() => import('../cases/edit-page.tsx'), 'NewCasePage'),
});
const oneCase = createRoute({
  path: '/cases/$id',
  getParentRoute,
  component: page(() => import('../cases/case-page.tsx'), 'CasePage'),
});
const editCase = createRoute({
  path: '/cases/$id/edit',
  getParentRoute,
  component: page(() => import('../cases/edit-page.tsx'), 'EditCasePage'),
});
const notices = createRoute({
  path: '/notices',
  getParentRoute,
  validateSearch: noticesSearch,
  component: page(() => import('../notices/page.tsx'), 'NoticesPage'),
});
const outputs = createRoute({
  path: '/outputs',
  getParentRoute,
  validateSearch: outputsSearch,
  component: page(() => import('../outputs/page.tsx'), 'OutputsPage'),
});
const table = createRoute({
  path: '/tables/$playbook/$table',
  getParentRoute,
  validateSearch: outputsSearch,
  component: page(() => import('../outputs/table-page.tsx'), 'TablePage'),
});
const reviews = createRoute({
  path: '/reviews',
  getParentRoute,
  validateSearch: reviewsSearch,
  component: page(() => import('../reviews/page.tsx'), 'ReviewsPage'),
});
const account = createRoute({
  path: '/account',
  getParentRoute,
  component: page(() => import('../account/page.tsx'), 'AccountPage'),
});
const staff = createRoute({
  path: '/admin/staff',
  getParentRoute,
  component: page(() => import('../admin/staff-page.tsx'), 'StaffPage'),
});
const departments = createRoute({
  path: '/admin/departments',
  getParentRoute,
  component: page(() => import('../admin/departments-page.tsx'), 'DepartmentsPage'),
});
const tokens = createRoute({
  path: '/admin/tokens',
  getParentRoute,
  component: page(() => import('../admin/tokens-page.tsx'), 'TokensPage'),
});
const phrases = createRoute({
  path: '/admin/phrases',
  getParentRoute,
  validateSearch: phrasesSearch,
  component: page(() => import('../phrases/page.tsx'), 'PhrasesPage'),
});
const playbooks = createRoute({
  path: '/admin/playbooks',
  getParentRoute,
  component: page(() => import('../playbooks/page.tsx'), 'PlaybooksPage'),
});

const playbook = createRoute({
  path: '/admin/playbooks/$id',
  getParentRoute,
  component: page(() => import('../playbooks/detail-page.tsx'), 'PlaybookPage'),
});
const editPlaybook = createRoute({
  path: '/admin/playbooks/$id/edit',
  getParentRoute,
  component: page(() => import('../playbooks/editor/page.tsx'), 'EditorPage'),
});
const migratePlaybook = createRoute({
  path: '/admin/playbooks/$id/migrate',
  getParentRoute,
  validateSearch: z.object({ to: z.coerce.number().int().positive().catch(1) }),
  component: page(() => import('../playbooks/migrate/page.tsx'), 'MigratePage'),
});

/** Whatever else is asked for, within the shell, so that there is a way on. */
const unknown = createRoute({ path: '$', getParentRoute, component: NotFound });

export const routeTree = root.addChildren([
  signIn,
  newPassword,
  setUp,
  shell.addChildren([
    work,
    queues,
    tracking,
    register,
    ticket,
    customer,
    incidents,
    incident,
    search,
    cases,
    newCase,
    oneCase,
    editCase,
    notices,
    account,
    outputs,
    table,
    reviews,
    staff,
    departments,
    tokens,
    playbooks,
    phrases,
    playbook,
    editPlaybook,
    migratePlaybook,
    unknown,
  ]),
]);
