export { registerSearchRoutes } from './routes.ts';
export { type SearchUpkeep, startSearchUpkeep } from './upkeep.ts';
