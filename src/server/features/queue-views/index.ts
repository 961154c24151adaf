export { registerQueueViewRoutes } from './routes.ts';
