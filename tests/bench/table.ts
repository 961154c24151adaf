import { loadavg } from 'node:os';

/** What a bench tells: a figure with its spread over the rounds, and what it should be. */
export type Row = { what: string; measured: string; spread?: string; target?: string };

export const tableHead = '| what | measured | spread | target | load |\n| --- | --- | --- | --- | --- |';

/** With how busy the machine was, by itself and by others: times mean little without. */
export function tableLine({ what, measured, spread = '', target = '' }: Row): string {
  return `| ${what} | ${measured} | ${spread} | ${target} | ${round(loadavg()[0] ?? 0)} |`;
}

/** The median of some rounds, and between what they lay. */
export function figure(what: string, rounds: readonly number[], unit: string, target?: string): Row {
  return { what, measured: `${round(median(rounds))}${unit}`, spread: spread(rounds), ...(target && { target }) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export const spread = (values: readonly number[]) => `${round(Math.min(...values))}–${round(Math.max(...values))}`;
export const round = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);
