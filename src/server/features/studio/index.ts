export { registerStudioRoutes } from './routes.ts';
