export { registerOutputRoutes } from './routes.ts';
export { createOutputSource } from './ticket-source.ts';
