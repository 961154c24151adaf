export { playbookChoice } from './playbook-choice.ts';
export { PlaybookFilesError, readPlaybooks } from './read-playbooks.ts';
export { loadRegistry, openPlaybooks, type PlaybookRegistry } from './registry.ts';
export { type PlaybookDeps, registerPlaybookRoutes } from './routes.ts';
export { announcePublication, syncPlaybooks } from './store.ts';
