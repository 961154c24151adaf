export { findTickets } from './find-tickets.ts';
export { registerSearchRoutes } from './routes.ts';
export { startTokenFiler, type TokenFiler } from './token-filer.ts';
