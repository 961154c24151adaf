import { describe, expect, it } from 'vitest';
import { builtinCalendars } from '../../src/domain/calendar/builtin.ts';
import { compileCalendar } from '../../src/domain/calendar/calendar.ts';
import { type CompiledPlaybook, compilePlaybook } from '../../src/domain/playbook/compile.ts';
import type { PlaybookField, PlaybookForm } from '../../src/domain/playbook/schema.ts';
import type { Actor } from '../../src/domain/ticket/actor.ts';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import type { Directory } from '../../src/domain/ticket/context.ts';
import { decide } from '../../src/domain/ticket/decide.ts';
import type { Answers, AnswerValue, TicketEvent } from '../../src/domain/ticket/events.ts';
import { decideRegistration } from '../../src/domain/ticket/register.ts';
import type { TicketState } from '../../src/domain/ticket/state.ts';
import { playbookOf, type ShippedId } from './playbook-documents.ts';

/** Each playbook that ships is walked from the first contact to the archive on the engine itself. */

const calendar = compileCalendar(builtinCalendars.cn);
const versions = { playbook: { id: 'x', version: 1 }, calendar: { id: 'cn', version: 1 } };
const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-03-02T09:00:00+08:00');

const directory: Directory = {
  staff: (id) =>
    id === 1 || id === 2
      ? {
          id,
          name: `staff ${id}`,
          roles: ['agent', 'supervisor', 'specialist'],
          departments: ['product', 'technology', 'customer-service', 'technical-support', 'complaints'],
          supervisor: null,
          isActive: true,
        }
      : null,
  department: (code) => ({ code, contact: null, isActive: true }),
  staffOf: () => [1, 2],
  withRole: () => [1],
};
const agent: Actor = { kind: 'staff', id: 1, roles: ['agent', 'supervisor', 'specialist'], departments: [] };
const owner: Actor = { ...agent, id: 2 };

class Journey {
  readonly playbook: CompiledPlaybook;
  readonly events: TicketEvent[] = [];
  now = start;
  #state: TicketState;
  readonly #known: Answers;

  constructor(id: ShippedId, known: Answers) {
    this.playbook = compilePlaybook(playbookOf(id));
    this.#known = known;
    const registration = { number: 'X1', customerId: 1, channel: 'phone', receivedAt: start - 10 * minute };
    const answers = this.answers(this.playbook.firstForm);
    const decision = decideRegistration(this.context(agent), versions, { ...registration, answers });
    this.events.push(...decision.events);
    this.#state = decision.state;
  }

  get state(): TicketState {
    return this.#state;
  }

  context(actor: Actor) {
    return { playbook: this.playbook, calendar, directory, actor, now: this.now };
  }

  act(command: TicketCommand, actor: Actor = agent): void {
    const { events, state } = decide(this.context(actor), this.#state, command);
    this.events.push(...events);
    this.#state = state;
  }

  /** Answers the form of the stage the ticket is at, each required field with something that fits. */
  complete(more: Answers = {}): void {
    const form = this.playbook.form(this.playbook.stage(this.#state.stage).form ?? '');
    this.act({ do: 'submit-form', form: form.id, answers: this.answers(form, more) }, owner);
  }

  inform(kind: Extract<TicketCommand, { do: 'inform-customer' }>['kind'], eta: number | null = null): void {
    this.act({ do: 'inform-customer', kind, via: 'phone', message: '您好', eta });
  }

  run(clock: string) {
    return this.#state.clocks.findLast((run) => run.clock === clock);
  }

  answers(form: PlaybookForm, more: Answers = {}): Answers {
    const answers: Answers = { ...more };
    const isNeeded = ({ required, requiredWhen }: PlaybookField) =>
      required || requiredWhen?.is.some((value) => value === answers[requiredWhen.field]);
    // Twice, for a field may be required by the answer of a later one.
    for (const field of [...form.fields, ...form.fields]) {
      const known = this.#known[field.id];
      if (isNeeded(field) || known !== undefined) answers[field.id] ??= known ?? this.fitting(field);
    }
    return answers;
  }

  fitting(field: PlaybookField): AnswerValue {
    const [option = ''] = this.playbook.optionsOf(field) ?? [];
    switch (field.type) {
      case 'check':
        return true;
      case 'list':
        return ['第一步'];
      case 'choices':
        return [option];
      case 'choice':
      case 'department':
        return option;
      case 'staff':
        return 2;
      case 'date-time':
        return new Date(field.past ? this.now : this.now + 20 * hour).toISOString();
      default:
        return '写明了';
    }
  }
}

describe('the resolution flow', () => {
  const journey = new Journey('resolution-flow', {
    category: 'system-failure',
    priority: 'urgent',
    department: 'technology',
  });

  it('carries an urgent failure to its owner, who takes it up in time', () => {
    expect(journey.state.stage).toBe('classify');
    expect(journey.run('resolution')).toMatchObject({ target: '72h', start: start - 10 * minute });
    journey.complete();
    expect(journey.run('resolution')?.due).toBe(start - 10 * minute + 24 * hour);
    expect(journey.run('handling-start')?.due).toBe(start - 10 * minute + 2 * hour);
    journey.complete();
    expect(journey.state).toMatchObject({ stage: 'analyse', department: 'technology', owner: 2 });
    journey.act({ do: 'accept', plan: '先查日志', eta: null }, owner);
    expect(journey.run('handling-start')?.status).toBe('met');
    journey.complete();
    expect(journey.run('progress-update')).toMatchObject({ status: 'running', target: '24h' });
  });

  it('passes progress of an urgent one on at once, and keeps the daily word going', () => {
    journey.act(
      { do: 'record-progress', done: '已修复', customerWords: '', nextStep: '', from: null, to: null },
      owner,
    );
    expect(journey.run('urgent-progress')?.due).toBe(journey.now + 15 * minute);
    journey.now += 5 * minute;
    journey.inform('progress');
    expect(journey.run('urgent-progress')?.status).toBe('met');
    expect(journey.run('progress-update')).toMatchObject({ cycle: 2, status: 'running', due: journey.now + 24 * hour });
    journey.complete();
    expect(journey.state).toMatchObject({ stage: 'confirm', status: 'resolved', isVerified: true });
  });

  it('starts again one level higher when the customer is dissatisfied', () => {
    expect(() => journey.complete()).toThrow(expect.objectContaining({ code: 'gate.told-result' }));
    journey.inform('result');
    expect(journey.run('resolution')?.status).toBe('met');
    expect(journey.run('progress-update')?.status).toBe('ended');
    journey.complete({ rating: 'dissatisfied', remark: '还是登录不了' });
    expect(journey.state).toMatchObject({ stage: 'assign', cycle: 2, escalation: 1, status: 'todo' });
    expect(journey.run('resolution')).toMatchObject({ cycle: 2, status: 'running' });
    expect(journey.run('handling-start')).toMatchObject({ cycle: 2, status: 'running' });
  });

  it('is closed when satisfied, with all six forms and every promise settled', () => {
    journey.now += hour;
    journey.complete();
    journey.act({ do: 'accept', plan: '', eta: null }, owner);
    journey.complete();
    journey.complete();
    journey.act({ do: 'chase', message: '' });
    journey.inform('result');
    journey.complete();
    expect(journey.state.stage).toBe('archive');
    journey.complete();
    expect(journey.state.status).toBe('closed');
    const printed = journey.playbook.source.forms.filter((form) => form.printed).map((form) => form.id);
    expect(printed).toHaveLength(6);
    expect(Object.keys(journey.state.forms)).toEqual(expect.arrayContaining(printed));
    expect(journey.state.clocks.filter((run) => run.status === 'running' || run.status === 'paused')).toEqual([]);
    // Nobody was asked to help, so that no task has a promise.
    const own = journey.playbook.source.clocks.filter(({ scope }) => scope === 'ticket');
    expect(new Set(journey.state.clocks.map((run) => run.clock))).toEqual(new Set(own.map(({ id }) => id)));
  });
});

describe('the response toolkit', () => {
  it('answers, solves and closes a question; the survey is optional', () => {
    const journey = new Journey('response-toolkit', { category: 'consultation', priority: 'normal' });
    expect(journey.run('response')?.due).toBe(start + 50 * minute);
    journey.inform('response', journey.now + 3 * hour);
    expect(journey.run('response')?.status).toBe('met');
    journey.complete({ department: 'customer-service', owner: 2 });
    expect(journey.state).toMatchObject({ stage: 'handle', status: 'in-progress', owner: 2 });
    journey.act({ do: 'accept', plan: '', eta: null }, owner);
    expect(journey.run('handling-start')?.status).toBe('met');
    journey.complete();
    expect(journey.state.status).toBe('resolved');
    journey.inform('result');
    journey.complete({ survey: 'sent' });
    journey.complete();
    expect(journey.state).toMatchObject({ status: 'closed', rating: null });
    expect(journey.run('suggestion-news')?.target ?? null).toBeNull();
  });

  it('starts a second handling when the survey is answered late and badly', () => {
    const journey = new Journey('response-toolkit', { category: 'technical-fault', priority: 'urgent' });
    journey.complete({ department: 'technical-support', owner: 2 });
    journey.complete();
    journey.inform('result');
    journey.complete({ survey: 'sent' });
    expect(journey.state.stage).toBe('archive');
    const customer: Actor = { kind: 'customer', id: 1 };
    journey.act({ do: 'rate', rating: 'dissatisfied', dimensions: { attitude: 'fair' }, remark: '又坏了' }, customer);
    expect(journey.state).toMatchObject({ stage: 'assign', cycle: 2, escalation: 1 });
    expect(journey.run('resolution')).toMatchObject({ cycle: 2, target: '2h' });
  });

  it('gives news of a suggestion every twenty working days until it is archived', () => {
    const journey = new Journey('response-toolkit', { category: 'suggestion', priority: 'low' });
    journey.complete({ department: 'product', owner: 2 });
    journey.complete();
    expect(journey.run('suggestion-news')).toMatchObject({ cycle: 1, target: '20wd', status: 'running' });
    journey.inform('news');
    expect(journey.run('suggestion-news')).toMatchObject({ cycle: 2, status: 'running' });
    journey.inform('result');
    journey.complete({ survey: 'answered', rating: 'satisfied' });
    expect(journey.state.stage).toBe('follow-up');
    journey.complete({ outcome: 'released' });
    journey.complete();
    expect(journey.run('suggestion-news')?.status).toMatch(/ended|cancelled/);
  });

  it('copies the agent in on a technical fault', () => {
    const journey = new Journey('response-toolkit', { category: 'technical-fault', priority: 'urgent' });
    journey.complete({ department: 'technical-support', owner: 2 });
    expect(journey.state.collaborators).toEqual([1]);
  });

  it('keeps the estimate that the customer was given', () => {
    const journey = new Journey('response-toolkit', { category: 'complaint', priority: 'normal' });
    const eta = journey.now + 3 * hour;
    journey.inform('response', eta);
    expect(journey.run('estimate')).toMatchObject({ status: 'running', due: eta });
    journey.now += hour;
    journey.inform('delay', eta + hour);
    expect(journey.run('estimate')).toMatchObject({ cycle: 1, status: 'running', due: eta + hour });
    const extend = (due: number) =>
      journey.act({ do: 'extend', clock: 'resolution', subject: null, due, reason: '等配件' });
    extend(start + 30 * hour);
    expect(journey.run('resolution')?.due).toBe(start + 30 * hour);
    journey.complete({ department: 'complaints', owner: 2 });
    journey.inform('result');
    expect(journey.run('estimate')?.status).toBe('met');
  });
});
