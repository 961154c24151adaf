import { linkOptions } from '@tanstack/react-router';
import type { CasesSearch } from '../cases/search.ts';
import type { NoticesSearch } from '../notices/search.ts';
import type { QueueSearch } from '../queues/search.ts';
import type { ReviewsSearch } from '../reviews/search.ts';
import type { TrackingSearch } from '../tracking/search.ts';

/**
 * Every address of the console, built in one place: `<Link {...paths.ticket(7)}>`, `navigate(paths.ticket(7))`.
 * The compiler checks each against routes.tsx.
 */
export const paths = {
  work: () => linkOptions({ to: '/' }),
  queues: (search: QueueSearch = {}) => linkOptions({ to: '/queues', search }),
  tracking: (search: TrackingSearch = {}) => linkOptions({ to: '/tracking', search }),
  register: (search: { playbook?: string; contact?: string; customer?: number } = {}) =>
    linkOptions({ to: '/register', search }),
  ticket: (id: number, search: { tab?: string } = {}) =>
    linkOptions({ to: '/tickets/$id', params: { id: String(id) }, search }),
  incidents: () => linkOptions({ to: '/incidents' }),
  incident: (id: number) => linkOptions({ to: '/incidents/$id', params: { id: String(id) } }),
  customer: (id: number) => linkOptions({ to: '/customers/$id', params: { id: String(id) } }),
  search: (q = '') => linkOptions({ to: '/search', search: { q } }),
  cases: (search: CasesSearch = {}) => linkOptions({ to: '/cases', search }),
  case: (id: number) => linkOptions({ to: '/cases/$id', params: { id: String(id) } }),
  editCase: (id: number) => linkOptions({ to: '/cases/$id/edit', params: { id: String(id) } }),
  newCase: (ticket: number) => linkOptions({ to: '/cases/new', search: { ticket } }),
  notices: (search: NoticesSearch = {}) => linkOptions({ to: '/notices', search }),
  outputs: (
    search: { playbook?: string; from?: string; to?: string; ticket?: number; form?: string; paper?: string } = {},
  ) => linkOptions({ to: '/outputs', search }),
  table: (playbook: string, table: string, search: { from?: string; to?: string } = {}) =>
    linkOptions({ to: '/tables/$playbook/$table', params: { playbook, table }, search }),
  reviews: (search: ReviewsSearch = {}) => linkOptions({ to: '/reviews', search }),
  staff: () => linkOptions({ to: '/admin/staff' }),
  departments: () => linkOptions({ to: '/admin/departments' }),
  tokens: () => linkOptions({ to: '/admin/tokens' }),
  phrases: (search: { words?: string; situation?: string } = {}) => linkOptions({ to: '/admin/phrases', search }),
  playbooks: () => linkOptions({ to: '/admin/playbooks' }),
  account: () => linkOptions({ to: '/account' }),
  newPassword: () => linkOptions({ to: '/new-password' }),
  playbook: (id: string) => linkOptions({ to: '/admin/playbooks/$id', params: { id } }),
  editPlaybook: (id: string) => linkOptions({ to: '/admin/playbooks/$id/edit', params: { id } }),
  migratePlaybook: (id: string, to: number) =>
    linkOptions({ to: '/admin/playbooks/$id/migrate', params: { id }, search: { to } }),
  signIn: (to?: string) => linkOptions({ to: '/sign-in', search: to === undefined ? {} : { to } }),
};
