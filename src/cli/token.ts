export async function runToken(_args: string[]): Promise<number> {
  process.stderr.write('This command is not built yet.\n');
  return 1;
}
