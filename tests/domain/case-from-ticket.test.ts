import { expect, it } from 'vitest';
import { caseFromTicket } from '../../src/domain/case/from-ticket.ts';
import { emptyText } from '../../src/domain/ticket/state.ts';
import { background } from './coordination-stories.ts';
import { Story } from './ticket-cast.ts';

it('a case made from a coordinated ticket has what the retrospective came to among its lessons', () => {
  const story = new Story('coordination').register('agent', background);
  const { text, ...facts } = story.state;
  const said = text ?? emptyText;
  const { lessons } = caseFromTicket({
    playbook: story.playbook,
    facts,
    text: { ...said, answers: { ...said.answers, closing: { retrospective: '备件不足，改为按周盘点' } } },
    customer: { name: '赵先生', contact: '13800138002', number: '' },
  });
  expect(lessons).toBe('备件不足，改为按周盘点');
});
