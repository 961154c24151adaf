const remedies: readonly (readonly [pattern: RegExp, remedy: string])[] = [
  [
    /No space left on device|could not extend file|Disk quota exceeded/i,
    'Make room on the disk of the data folder and start again.',
  ],
  [
    /Permission denied|Operation not permitted|wrong ownership|invalid permissions/i,
    'Give the data folder to the user who starts Huiyin (chown -R), mode 0700.',
  ],
  [
    /could not look up effective user/i,
    'PostgreSQL runs only as a user that this machine knows: add this one (useradd, or a line in /etc/passwd), or set DATABASE_URL.',
  ],
  [/Read-only file system/i, 'Mount the data folder writable, or choose another with HUIYIN_DATA_DIR.'],
  [
    /could not create shared memory|could not map anonymous shared memory|Cannot allocate memory/i,
    'Free some memory: PostgreSQL needs about 200 MB to start.',
  ],
  [
    /error while loading shared libraries|No such file or directory.*postgres/i,
    'Run npm ci again; on systems without glibc set DATABASE_URL.',
  ],
  [
    /invalid primary checkpoint|could not locate a valid checkpoint|invalid data in file/i,
    'The database files are damaged: restore the last backup into a new folder.',
  ],
];

/** Turns what PostgreSQL said into an error with a remedy; its own last lines stay in it. */
export function explainFailure(what: string, output: string, folder: string): Error {
  const remedy = remedies.find(([pattern]) => pattern.test(output))?.[1];
  const said = output.trim().split('\n').slice(-5).join('\n  ');
  return new Error(`${what} (${folder}).${remedy ? ` Remedy: ${remedy}` : ''}${said ? `\n  ${said}` : ''}`);
}
