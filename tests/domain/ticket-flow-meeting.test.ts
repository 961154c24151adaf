import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import { span, staff } from './ticket-cast.ts';
import { analysis, execution, flowAt } from './ticket-stories.ts';

describe('the steps of the resolution flow', () => {
  it('across departments are led by the owner in a meeting with minutes; what others are to do is their task', () => {
    const story = flowAt('analyse');
    const meeting: TicketCommand = {
      do: 'call-meeting',
      at: story.now + span('1h'),
      until: story.now + span('2h'),
      staff: [staff.product.id],
      parties: [],
      minutesTaker: staff.specialist.id,
      topic: '重复扣款',
      place: '三楼会议室',
      agenda: ['原因', '分工'],
      bring: '',
    };
    expect(story.refusal('logistics', meeting)).toBe('auth.forbidden');
    story.do('specialist', meeting);
    expect(story.refusedForm('specialist', 'analysis-report', analysis(story.now))).toBe('gate.meetings-minuted form');
    story.pass('2h').do('specialist', {
      do: 'record-minutes',
      meeting: 1,
      attended: [staff.product.id],
      background: '回调重复',
      statements: [],
      decisions: ['加幂等校验'],
      actions: [{ what: '核对流水', department: null, owner: staff.product.id, due: story.now + span('5h') }],
    });
    expect(story.run('task-due')).toMatchObject({ subject: 'task:1', due: story.now + span('5h') });
    story.submit('specialist', 'analysis-report', analysis(story.now));
    expect(story.refusedForm('specialist', 'execution-record', execution(story.now))).toBe('gate.tasks-done form');
    story.do('product', { do: 'finish-task', task: 1, result: '流水一致' });
    story.submit('specialist', 'execution-record', execution(story.now));
    expect(story.state.stage).toBe('confirm');
  });
});
