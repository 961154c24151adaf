import { runServer } from './process.ts';

// Everything is closed by then; a forgotten timer somewhere must not keep the process.
process.exit(await runServer(process.argv.slice(2)));
