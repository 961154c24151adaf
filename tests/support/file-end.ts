type CleanUp = () => unknown;

const cleanUps: CleanUp[] = [];

/**
 * What a test file started and must not leave behind: done after its last test, the newest first. Unlike `afterAll`, which
 * counts only while the file is being read, it may be called from a hook or a test as well.
 */
export function atFileEnd(cleanUp: CleanUp): void {
  cleanUps.push(cleanUp);
}

export async function cleanUpFile(): Promise<void> {
  const errors: unknown[] = [];
  for (let cleanUp = cleanUps.pop(); cleanUp !== undefined; cleanUp = cleanUps.pop()) {
    try {
      await cleanUp();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'a test file left something behind');
}
