import type { Config } from './config.ts';

/** Why the address cannot be taken, and what to do. */
export function explainListenError(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): unknown {
  const texts: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Remedy: stop that one, or choose another port (PORT=${port + 1} npm start).`,
    EACCES: `Port ${port} may not be used by this user. Remedy: choose a port above 1023 with PORT, and put a reverse proxy before it.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Remedy: set HOST to 127.0.0.1, 0.0.0.0 or an address of this machine.`,
    ENOTFOUND: `The name ${host} is not known. Remedy: set HOST to 127.0.0.1, 0.0.0.0 or an address of this machine.`,
  };
  const text = texts[(error as NodeJS.ErrnoException).code ?? ''];
  return text ? new Error(text, { cause: error }) : error;
}
