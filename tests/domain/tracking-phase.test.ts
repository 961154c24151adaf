import { describe, expect, it } from 'vitest';
import { compilePlaybook } from '../../src/domain/playbook/compile.ts';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import { expectedAt, trackingPhase } from '../../src/domain/tracking/phase.ts';
import { accepted, delivered, handedOff, handled } from './handoff-stories.ts';
import { compiledOf, type Story } from './ticket-cast.ts';
import { flowAt } from './ticket-stories.ts';

const phaseOf = ({ playbook, state }: Story) => trackingPhase(playbook, state);

describe('where a demand stands between service and department', () => {
  it('follows the hand-off: response, handling, result, callback', () => {
    const story = handedOff();
    expect(phaseOf(story)).toBe('response');
    story.do('afterSales', accepted());
    expect([phaseOf(story), phaseOf(handled()), phaseOf(delivered())]).toEqual(['handling', 'result', 'callback']);
  });

  it('is to be handed off again once it was given back or declined', () => {
    const commands: TicketCommand[] = [
      { do: 'bounce', reason: 'other', fields: [], note: '不归我们' },
      { do: 'decline', reason: '没有这项业务' },
    ];
    for (const command of commands) {
      const story = handedOff();
      story.do('afterSales', command);
      expect(phaseOf(story)).toBe('returned');
    }
  });

  it('is told of every playbook from its statuses and from the gate that says the work is done', () => {
    expect(phaseOf(flowAt('carry-out'))).toBe('handling');
    const at = (id: 'huiyin' | 'coordination' | 'quick-response', stage: string) =>
      trackingPhase(compiledOf(id), { stage, status: 'in-progress', isHandedOff: true, isAccepted: true });
    expect([at('huiyin', 'carry-out'), at('huiyin', 'verify')]).toEqual(['handling', 'result']);
    expect(at('coordination', 'carry-out')).toBe('handling');
    expect(at('quick-response', 'verify')).toBe('result');
  });

  it('goes by the way of a ticket, wherever the document lists its stages', () => {
    const { source } = compiledOf('huiyin');
    const [first, ...others] = source.stages;
    const listed = compilePlaybook({ ...source, stages: first ? [first, ...others.toReversed()] : [] });
    const at = (stage: string) =>
      trackingPhase(listed, { stage, status: 'in-progress', isHandedOff: true, isAccepted: true });
    expect([at('carry-out'), at('verify')]).toEqual(['handling', 'result']);
  });

  it.each([
    [
      'huiyin',
      'returned',
      'returned',
      'response',
      'handling',
      'handling',
      'handling',
      'handling',
      'result',
      'callback',
      'callback',
      'archive',
    ],
    ['resolution-flow', 'returned', 'returned', 'returned', 'handling', 'handling', 'callback', 'archive'],
    ['response-toolkit', 'returned', 'returned', 'handling', 'callback', 'callback', 'archive'],
    ['handoff', 'returned', 'returned', 'response', 'handling', 'result', 'callback', 'archive'],
    ['coordination', 'returned', 'returned', 'returned', 'handling', 'handling', 'handling', 'callback', 'archive'],
    [
      'quick-response',
      'returned',
      'returned',
      'returned',
      'response',
      'handling',
      'handling',
      'result',
      'callback',
      'callback',
      'archive',
    ],
  ] as const)('says of every stage of %s what comes next', (id, ...phases) => {
    const playbook = compiledOf(id);
    const { stages } = playbook.source;
    const accepts = stages.findIndex(({ gates }) => gates.includes('accepted'));
    const handsOff = stages.findIndex(({ gates }) => gates.includes('handed-off'));
    const along = stages.map(({ id: stage, status }, place) =>
      trackingPhase(playbook, {
        stage,
        status,
        isHandedOff: place > handsOff,
        isAccepted: accepts === -1 ? status !== 'todo' : place > accepts,
      }),
    );
    expect(along).toEqual(phases);
  });
});

describe('when a department is expected to be done', () => {
  it('is the time it named, else the one it was given, until it is done', () => {
    const story = handedOff();
    const { deadline } = story.state;
    expect(expectedAt(story.state)).toBe(deadline);
    story.do('afterSales', accepted(story.now + 1_000));
    expect(expectedAt(story.state)).toBe(story.now + 1_000);
    expect(expectedAt(delivered().state)).toBeNull();
  });
});
