import { lstatSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { FileOwner } from '../platform/files.ts';

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of the existing data, else as a user named `huiyin` where the
 * administrator made one, else as `nobody`. An ordinary user runs it as himself: null.
 */
export function choosePostgresUser(cluster: string): FileOwner | null {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerOf(cluster);
  if (owner && owner.uid !== 0) return owner;
  const user = findUser('huiyin') ?? findUser('nobody');
  if (!user) {
    throw new Error(
      'The embedded PostgreSQL cannot run as root and there is no user "huiyin" or "nobody". Remedy: useradd --system huiyin, or set DATABASE_URL.',
    );
  }
  return user;
}

/** The operating-system name under which this process connects; peer authentication checks it. */
export function currentUserName(): string {
  try {
    return userInfo().username;
  } catch {
    throw new Error(
      `User id ${process.getuid?.()} has no name on this machine, which the embedded PostgreSQL needs. Remedy: add it to /etc/passwd, or set DATABASE_URL.`,
    );
  }
}

function ownerOf(path: string): FileOwner | null {
  try {
    const { uid, gid } = lstatSync(path);
    return { uid, gid };
  } catch {
    return null;
  }
}

function findUser(name: string): FileOwner | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid) } : null;
}
