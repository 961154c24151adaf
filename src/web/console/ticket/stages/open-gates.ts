import { type Gate, gates, type PlaybookForm } from '../../../../domain/playbook/schema.ts';
import type { Binding } from '../../../../domain/playbook/schema-form.ts';

/** A gate that still holds the ticket back, and what opens it: an answer of this form, or something else to do first. */
export type OpenGate = { gate: Gate; opensBy: { field: string } | { action: GateAction } };
export type GateAction =
  | 'classify'
  | 'hand-off'
  | 'accept'
  | 'tell-result'
  | 'tell-news'
  | 'verify'
  | 'rate'
  | 'coordinate';

const bindingsOf: Record<Gate, readonly Binding[]> = {
  classified: ['category', 'priority'],
  'handed-off': ['department'],
  owned: ['owner'],
  accepted: [],
  'told-result': [],
  'told-news': [],
  verified: ['verified'],
  'called-back': ['rating'],
  'parties-named': [],
  'letters-answered': [],
  'meetings-minuted': [],
  'tasks-done': [],
  agreed: [],
};

const actionOf: Record<Gate, GateAction> = {
  classified: 'classify',
  'handed-off': 'hand-off',
  owned: 'hand-off',
  accepted: 'accept',
  'told-result': 'tell-result',
  'told-news': 'tell-news',
  verified: 'verify',
  'called-back': 'rate',
  'parties-named': 'coordinate',
  'letters-answered': 'coordinate',
  'meetings-minuted': 'coordinate',
  'tasks-done': 'coordinate',
  agreed: 'coordinate',
};

/** `codes` as the API gives them, with or without the refusal's prefix; a gate of a newer server is left out. */
export function explainGates(codes: readonly string[], form: PlaybookForm | null): OpenGate[] {
  const open = gates.filter((gate) => codes.includes(gate) || codes.includes(`gate.${gate}`));
  return open.map((gate) => {
    const field = form?.fields.find((one) => one.binds !== undefined && bindingsOf[gate].includes(one.binds));
    return { gate, opensBy: field ? { field: field.id } : { action: actionOf[gate] } };
  });
}

/** Gates that this form cannot open: until they are, sending it would be refused. */
export function holdingGates(open: readonly OpenGate[]): OpenGate[] {
  return open.filter(({ opensBy }) => 'action' in opensBy);
}
