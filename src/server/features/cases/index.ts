export { actOnCase } from './act-on-case.ts';
export { checkDueCases } from './check-due-cases.ts';
export { citeCase } from './cite-case.ts';
export type { CaseDeps } from './deps.ts';
export { makeCase, prefillCase } from './make-case.ts';
export { rateCase } from './rate-case.ts';
export { readCase } from './read-case.ts';
export { type CaseDifference, type RebuildCasesSummary, rebuildCases } from './rebuild-cases.ts';
export { registerCaseRoutes } from './routes.ts';
