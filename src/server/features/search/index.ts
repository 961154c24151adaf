export { registerSearchRoutes } from './routes.ts';
export { startTokenFiler, type TokenFiler } from './token-filer.ts';
