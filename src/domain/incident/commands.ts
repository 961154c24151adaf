import type { Impact, Outcome, Phase, PublicText } from './events.ts';

export type OpenIncident = {
  number: string;
  title: PublicText;
  impact: Impact;
  /** What tickets about it say: by these it is offered where one is registered. */
  words: readonly string[];
  phase: Phase;
  estimate: number | null;
  message: PublicText;
};

/** Everything that can be asked of an incident that is there. */
export type IncidentCommand =
  | { do: 'update'; phase: Phase; impact: Impact; estimate: number | null; message: PublicText }
  | { do: 'link'; tickets: readonly number[] }
  | { do: 'unlink'; tickets: readonly number[] }
  | { do: 'close'; outcome: Outcome; message: PublicText; rootCause: string; solution: string };
