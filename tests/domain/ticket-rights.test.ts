import { describe, expect, it } from 'vitest';
import { mayRead, mayRegister, readScope } from '../../src/domain/access/ticket-rules.ts';
import type { CommandName } from '../../src/domain/ticket/commands.ts';
import { actorOf, type Part, Story, staff, type Who } from './ticket-cast.ts';
import { assignment, demand, feedback, flowAt, inform, toolkitAt } from './ticket-stories.ts';

const parts: Who[] = [
  'agent',
  'otherAgent',
  'supervisor',
  'specialist',
  'colleague',
  'contact',
  'logistics',
  'manager',
  'quality',
  'admin',
  'customer',
  'stranger',
  'program',
];

/** Everybody to whom this command is not forbidden, whatever else may stand against it. */
function allowedTo(story: Story, command: CommandName): string {
  return parts.filter((who) => story.button(who, command) !== 'auth.forbidden').join(' ');
}

const agents = 'agent otherAgent';
const departmentSide = 'specialist colleague contact';

describe('who may do what', () => {
  // The owner is the specialist; the colleague and the contact are of the same department; logistics are not.
  const flow = flowAt('analyse');
  const toolkit = toolkitAt('handle');

  it.each<[CommandName, string]>([
    ['submit-form', `supervisor specialist colleague admin`],
    ['classify', 'supervisor admin'],
    ['hand-off', 'supervisor specialist contact admin'],
    ['accept', `supervisor ${departmentSide} admin`],
    ['bounce', `supervisor ${departmentSide} admin`],
    ['record-progress', `${agents} supervisor ${departmentSide} admin program`],
    ['inform-customer', `${agents} supervisor ${departmentSide} admin program`],
    ['record-reply', `${agents} supervisor ${departmentSide} admin customer program`],
    ['chase', `${agents} supervisor admin customer program`],
    ['add-note', `${agents} supervisor ${departmentSide} manager quality admin program`],
    ['start-wait', `${agents} supervisor ${departmentSide} admin program`],
    ['end-wait', `${agents} supervisor ${departmentSide} admin program`],
    ['extend', 'supervisor specialist admin'],
    ['rate', `${agents} supervisor admin customer program`],
    ['reopen', `${agents} supervisor admin program`],
    ['escalate', `${agents} supervisor ${departmentSide} admin program`],
    ['dismiss', 'supervisor admin'],
    ['link-incident', `${agents} supervisor manager admin program`],
    ['unlink-incident', `${agents} supervisor manager admin program`],
    ['cite-case', `${agents} supervisor ${departmentSide} quality admin program`],
  ])('resolution flow, analysed: %s', (command, expected) => {
    expect(allowedTo(flow, command)).toBe(expected);
  });

  it.each<[CommandName, string]>([
    ['submit-form', `${agents} supervisor specialist colleague admin program`],
    ['classify', `${agents} supervisor admin program`],
    ['hand-off', `${agents} supervisor specialist contact admin program`],
    ['extend', `${agents} supervisor specialist admin program`],
  ])('toolkit, handled: %s, which its agents assign', (command, expected) => {
    expect(allowedTo(toolkit, command)).toBe(expected);
  });

  it.each<[Parameters<typeof flowAt>[0], string]>([
    ['classify', 'supervisor admin'],
    ['assign', 'supervisor admin'],
    ['analyse', 'supervisor specialist colleague admin'],
    ['carry-out', 'supervisor specialist admin'],
    ['confirm', `${agents} supervisor admin program`],
    ['archive', 'supervisor admin'],
  ])('the form of %s is filled in by whose step it is; a supervisor stands in for anybody', (stage, expected) => {
    expect(allowedTo(flowAt(stage), 'submit-form')).toBe(expected);
  });

  it('a department has no part in a ticket before it is handed to it, nor after it has bounced it', () => {
    expect(allowedTo(flowAt('assign'), 'record-progress')).not.toContain('specialist');
    const story = flowAt('analyse');
    story.do('specialist', { do: 'bounce', reason: 'wrong-category', fields: [], note: '不归我们' });
    expect(allowedTo(story, 'record-progress')).not.toContain('specialist');
  });

  it('a form of an earlier step is corrected by whose step it was', () => {
    const story = flowAt('carry-out');
    expect(story.refusedForm('agent', 'feedback-register', feedback)).toBe('done');
    expect(story.refusedForm('supervisor', 'feedback-register', feedback)).toBe('done');
    expect(story.refusedForm('specialist', 'feedback-register', feedback)).toBe('auth.forbidden');
    expect(story.refusedForm('agent', 'analysis-report', {})).toBe('auth.forbidden');
  });
});

describe('who may read', () => {
  const story = toolkitAt('assign');
  const more = { collaborators: [staff.product.id] };
  story.submit('agent', 'assignment', assignment(story, 'specialist', 'technical-support', more));

  it('service, quality and management all; departments what was handed to them; collaborators what they help with', () => {
    const readers = parts.concat('product', 'system').filter((who) => mayRead(actorOf(who), story.state));
    expect(readers.join(' ')).toBe(
      'agent otherAgent supervisor specialist colleague contact manager quality admin customer program product system',
    );
  });

  it('as a scope for lists', () => {
    expect(readScope(actorOf('agent'))).toEqual({ kind: 'all' });
    expect(readScope(actorOf('logistics'))).toEqual({
      kind: 'departments',
      departments: ['logistics'],
      staff: staff.logistics.id,
    });
    expect(readScope(actorOf('customer'))).toEqual({ kind: 'none' });
    const program = { kind: 'program', id: staff.specialist.id, roles: ['specialist'], departments: [] } as const;
    expect(readScope(program)).toEqual({ kind: 'departments', departments: [], staff: null });
    // A program's id is no member of staff's.
    expect(mayRead(program, story.state)).toBe(false);
  });
});

describe('who may register', () => {
  it('agents, supervisors, administrators and customers', () => {
    const registering = [...parts, 'system' as const].filter((who) => mayRegister(actorOf(who)));
    expect(registering.join(' ')).toBe(`${agents} supervisor admin customer stranger program system`);
    const register = (who: Part) => () => new Story('resolution-flow').register(who, feedback);
    expect(register('specialist')).toThrow(expect.objectContaining({ code: 'auth.forbidden' }));
    expect(register('manager')).toThrow(expect.objectContaining({ code: 'auth.forbidden' }));
  });

  it('what a program registers belongs to no member of staff', () => {
    const story = new Story('response-toolkit').register('program', demand('technical-fault', 'normal'));
    expect(story.state).toMatchObject({ registeredBy: null, forms: { registration: { by: null } } });
    story.submit('program', 'assignment', assignment(story));
    expect(story.state).toMatchObject({ collaborators: [], forms: { assignment: { by: null } } });
  });
});

it('a customer chases once an hour, or once more when the team has spoken; agents whenever one calls', () => {
  const story = flowAt('analyse');
  const chase = { do: 'chase' as const, message: '' };
  story.do('customer', chase);
  expect(story.refusal('customer', chase)).toBe('chase.too-soon');
  expect(story.button('customer', 'chase')).toBe('chase.too-soon');
  expect(story.refusal('agent', chase)).toBe('done');
  expect(story.pass('59m 59s').refusal('customer', chase)).toBe('chase.too-soon');
  expect(story.pass('1s').refusal('customer', chase)).toBe('done');
  story.do('customer', chase);
  story.pass('1s').do('agent', inform('progress'));
  expect(story.refusal('customer', chase)).toBe('done');
});

describe('the buttons and the engine', () => {
  it('agree on a closed ticket', () => {
    const story = flowAt('closed');
    const open = ['add-note', 'inform-customer', 'record-reply', 'reopen'] as const;
    for (const command of open) expect(story.button('agent', command)).toBe('allowed');
    for (const command of ['record-progress', 'chase', 'start-wait', 'end-wait', 'escalate'] as const)
      expect(story.button('agent', command)).toBe('ticket.closed');
    expect(story.button('supervisor', 'extend')).toBe('ticket.closed');
    expect(story.button('supervisor', 'submit-form')).toBe('ticket.closed');
    expect(story.button('agent', 'rate')).toBe('callback.already-made');
    expect(story.button('logistics', 'escalate')).toBe('auth.forbidden');
  });
});
