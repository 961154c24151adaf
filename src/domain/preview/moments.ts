import { customerParty, isTaskOpen } from '../coordination/state.ts';
import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { Gate } from '../playbook/schema.ts';
import { Refusal } from '../refusal.ts';
import type { TicketCommand } from '../ticket/commands.ts';
import type { InformKind, WaitFor } from '../ticket/events.ts';
import { openGates } from '../ticket/gates.ts';
import type { TicketState } from '../ticket/state.ts';
import type { MomentName } from './moment-names.ts';
import { type Sample, sampleAnswers } from './sample.ts';

/** `afterMs`: how long after the ticket was received. */
export type SampleMoment = {
  afterMs: number;
  do: MomentName;
  /** What the customer is told. */
  kind?: InformKind | undefined;
  /** Whom the ticket waits for. */
  for?: WaitFor | undefined;
  /** The new priority. */
  priority?: string | undefined;
  /** What the customer says of it at the stage that asks. */
  rating?: string | undefined;
};

type Now = { playbook: CompiledPlaybook; sample: Sample; moment: SampleMoment; now: number };
/** Until something else is supposed to happen. */
const longWaitMs = 60 * 86_400_000;
/** One thing after the other: what the next one is depends on what the ticket has become. */
export type MomentStep = (state: TicketState) => TicketCommand[];

/** The commands that people would give then. At a stage without a form there is none to complete it. */
export function stepsOf(now: Now): MomentStep[] {
  const { moment, sample } = now;
  switch (moment.do) {
    case 'complete-stage':
      return [(state) => submission(now, state)];
    case 'accept':
      return [() => [{ do: 'accept', plan: '…', eta: null }]];
    case 'bounce':
      return [() => [{ do: 'bounce', reason: 'other', fields: [], note: '…' }]];
    case 'inform-customer':
      return [
        () => [{ do: 'inform-customer', kind: moment.kind ?? 'progress', via: 'phone', message: '…', eta: null }],
      ];
    case 'record-progress':
      return [() => [{ do: 'record-progress', done: '…', customerWords: '', nextStep: '', from: null, to: null }]];
    case 'record-reply':
      return [() => [{ do: 'record-reply', via: 'phone', message: '…' }]];
    case 'chase':
      return [() => [{ do: 'chase', message: '' }]];
    case 'start-wait':
      return [() => [{ do: 'start-wait', for: moment.for ?? 'customer', until: now.now + longWaitMs, reason: '…' }]];
    case 'end-wait':
      return [() => [{ do: 'end-wait' }]];
    case 'classify':
      return [() => [{ do: 'classify', priority: moment.priority ?? sample.priority, reason: '…' }]];
    case 'name-parties':
      return [(state) => [naming(now.playbook, state)]];
    case 'agree':
      return [() => [proposal], confirmations];
    case 'finish-tasks':
      return [finishing];
    case 'reopen':
      return [() => [{ do: 'reopen', reason: '…' }]];
  }
}

function submission({ playbook, sample, moment, now }: Now, state: TicketState): TicketCommand[] {
  const { form } = playbook.stage(state.stage);
  if (form === undefined) throw new Refusal('form.none-now', 'form', { stage: state.stage });
  const said = { priority: state.priority, category: state.category ?? sample.category, rating: moment.rating };
  const asked = state.isClassified ? said : { ...said, priority: sample.priority, category: sample.category };
  return [{ do: 'submit-form', form, answers: sampleAnswers(playbook, playbook.form(form), asked, now) }];
}

function naming({ source }: CompiledPlaybook, state: TicketState): TicketCommand {
  const department = state.department ?? source.departments[0]?.id ?? null;
  return { do: 'name-party', kind: 'department', department, role: 'responsible', name: '', contact: '', why: '…' };
}

const proposal: TicketCommand = {
  do: 'circulate-solution',
  summary: '…',
  items: [{ what: '…', how: '', who: customerParty, when: null }],
};

/** Everybody who was asked says yes. */
function confirmations({ coordination }: TicketState): TicketCommand[] {
  const round = coordination?.rounds.at(-1);
  if (!round) return [];
  return Object.entries(round.answers)
    .filter(([, answer]) => answer === 'pending')
    .map(([party]) => ({ do: 'answer-solution', round: round.id, party, answer: 'confirmed', via: 'phone', note: '' }));
}

function finishing({ coordination }: TicketState): TicketCommand[] {
  const open = coordination?.tasks.filter(isTaskOpen) ?? [];
  return open.map(({ id }) => ({ do: 'finish-task', task: id, result: '…' }));
}

const opens: Partial<Record<Gate, Omit<SampleMoment, 'afterMs'>>> = {
  accepted: { do: 'accept' },
  'told-result': { do: 'inform-customer', kind: 'result' },
  'told-news': { do: 'inform-customer', kind: 'news' },
  'parties-named': { do: 'name-parties' },
  agreed: { do: 'agree' },
  'tasks-done': { do: 'finish-tasks' },
};

/** What leads on from where the ticket stands: what opens a gate that is shut, else the stage's form; null when nothing does. */
export function nextOnPlainWay(playbook: CompiledPlaybook, state: TicketState): Omit<SampleMoment, 'afterMs'> | null {
  const stage = playbook.stage(state.stage);
  for (const gate of openGates(playbook, stage, state)) {
    const opener = opens[gate];
    if (opener) return opener;
  }
  return stage.form === undefined ? null : { do: 'complete-stage' };
}
