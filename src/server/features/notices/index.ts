export { registerNoticeRoutes } from './routes.ts';
