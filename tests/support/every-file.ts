// Runs before each test file, also where files share a process.
import { afterAll } from 'vitest';
import { cleanUpFile } from './file-end.ts';

afterAll(cleanUpFile);
