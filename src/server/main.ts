import { runServer } from './process.ts';

process.exitCode = await runServer(process.argv.slice(2));
