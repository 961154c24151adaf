export { addFile } from './add-file.ts';
export { type HandOffMessage, readHandOffMessage } from './hand-off-message.ts';
export type { OutputSource } from './output-source.ts';
export { mostRows, registerOutputRoutes } from './routes.ts';
export { insertAccess, readDepartmentNames, readLatestNotes } from './store.ts';
export { createOutputSource } from './ticket-source.ts';
export { docx, sheets, xlsx } from './writers.ts';
