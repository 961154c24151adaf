export { openUploads } from './open-upload.ts';
export { type Incoming, type ReceiveDeps, receiveFile } from './receive-file.ts';
export { sendFile } from './send-file.ts';
export { deleteOrphans, eraseFiles } from './store.ts';
export { type NamedFile, verifyFiles } from './verify-files.ts';
