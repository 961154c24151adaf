export type { OutputSource, ScanPage, ScanQuery } from './output-source.ts';
export type { OutputDeps } from './read-outputs.ts';
export { registerOutputRoutes } from './routes.ts';
export { createOutputSource, type LoadTickets } from './ticket-source.ts';
