import type { Impact, Outcome, Phase, PublicText } from './events.ts';

export type Incident = {
  id: number;
  /** Sequence number of the last event; guards every write. */
  version: number;
  changedAt: number;
  number: string;
  status: 'open' | 'closed';
  phase: Phase;
  impact: Impact;
  title: PublicText;
  words: string[];
  /** When it is expected to be over (epoch ms), as last told. */
  estimate: number | null;
  openedAt: number;
  openedBy: number | null;
  closedAt: number | null;
  outcome: Outcome | null;
  /** The last word to customers and public. What was said after a page was drawn makes that page stale; links do not. */
  latest: { seq: number; at: number; message: PublicText };
  /** How many tickets are part of it now. */
  linked: number;
};
