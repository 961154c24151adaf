export { type NoticeDeps, registerNoticeRoutes } from './routes.ts';
export type { ClockName } from './view.ts';
