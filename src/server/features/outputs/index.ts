export { markAttachment } from './attachment.ts';
export { registerOutputRoutes } from './routes.ts';
export { readDepartmentNames } from './store.ts';
export { createOutputSource } from './ticket-source.ts';
export { docx, sheets } from './writers.ts';
