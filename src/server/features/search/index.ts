export { findTickets } from './find-tickets.ts';
export { registerSearchRoutes } from './routes.ts';
export { startTokenFiler } from './token-filer.ts';
