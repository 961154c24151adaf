import { loadPlaybook } from './load.ts';
import { formatProblem, type Problem } from './problem.ts';
import { inChinese } from './problem-words.ts';
import type { Playbook } from './schema.ts';
import { type Place, type PlacedProblem, readYaml } from './yaml.ts';

/** A playbook as somebody wrote it, in YAML: what the server publishes and the editor checks while it is typed. */
export type PlaybookSource =
  | { playbook: Playbook; placeOf: (path: Problem['path']) => Place; problems?: undefined }
  | { problems: PlacedProblem[] };

/** Reads one document; text or bytes as they came. */
export function parsePlaybook(source: string | Uint8Array): PlaybookSource {
  const yaml = readYaml(source);
  if (yaml.problems) return { problems: yaml.problems.map((problem) => ({ ...problem, ...inChinese(problem) })) };
  const { value, placeOf } = yaml;
  const { playbook, problems } = loadPlaybook(value);
  return playbook ? { playbook, placeOf } : { problems: placed(problems, placeOf) };
}

export function placed(problems: readonly Problem[], placeOf: (path: Problem['path']) => Place): PlacedProblem[] {
  return problems.map((problem) => ({ ...inChinese(problem), place: placeOf(problem.path) }));
}

export function formatPlaced(file: string, problem: PlacedProblem): string {
  return `${file}:${problem.place.line}:${problem.place.column} ${formatProblem(problem)}`;
}
