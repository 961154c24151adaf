export { checkDueCases } from './check-due-cases.ts';
export { citeCase } from './cite-case.ts';
export type { CaseDeps } from './deps.ts';
export { type CaseDifference, type RebuildCasesSummary, rebuildCases } from './rebuild-cases.ts';
export { registerCaseRoutes } from './routes.ts';
