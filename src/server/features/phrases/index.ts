export { registerPhraseRoutes } from './routes.ts';
export { loadShippedPhrases } from './shipped-phrases.ts';
