import { describe, expect, it } from 'vitest';
import { type CompiledPlaybook, compilePlaybook } from '../../src/domain/playbook/compile.ts';
import { loadPlaybook } from '../../src/domain/playbook/load.ts';
import type { TicketCommand } from '../../src/domain/ticket/commands.ts';
import { decideMigration, momentsUnder } from '../../src/domain/ticket/migrate-playbook.ts';
import { background, judged, judgement, letter, namedParty, partiesForm, started } from './coordination-stories.ts';
import { documentOf, type Loose } from './playbook-documents.ts';
import { compiledOf, Story, span } from './ticket-cast.ts';

/** The coordination playbook, its tasks due when the responsible department expects to be done. */
function expectantPlaybook() {
  return changed((document) => {
    document.clocks.find(({ id }: Loose) => id === 'task-due').target = { from: 'expected' };
  });
}

function changed(change: (document: Loose) => void) {
  const document = documentOf('coordination');
  change(document);
  const { playbook } = loadPlaybook(document);
  return compilePlaybook(playbook ?? expect.fail('the playbook has problems'));
}

const task = (what: string) =>
  ({ do: 'assign-task', department: 'after-sales', owner: null, due: null, what }) as const;

describe('a clock that is kept for each task', () => {
  it('counts its cycles over all of them, also when several begin anew at once', () => {
    const story = new Story(expectantPlaybook()).register('agent', background);
    story.submit('agent', 'judgement', judgement('urgent'));
    story.submit('agent', 'parties-and-channel', partiesForm(story.now));
    story.do('specialist', { do: 'accept', plan: '', eta: story.now + span('2h') });
    for (const what of ['备件', '上门']) story.do('agent', task(what));
    story.pass('3h').do('specialist', { do: 'report-obstacle', obstacle: '缺件', eta: story.now + span('2h') });
    story.do('agent', task('致歉信'));

    const runs = story.runs('task-due').map(({ subject, cycle, status }) => [subject, cycle, status]);
    expect(runs.map(([, cycle]) => cycle).toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(runs.filter(([, , status]) => status === 'running').map(([subject]) => subject)).toEqual([
      'task:1',
      'task:2',
      'task:3',
    ]);
    // What befalls one of them befalls no other.
    story.do('afterSales', { do: 'finish-task', task: 1, result: '已发' });
    const open = story.runs('task-due').filter(({ status }) => status === 'running');
    expect(open.map(({ subject }) => subject)).toEqual(['task:2', 'task:3']);
  });

  it('says that it ran over for however many tasks are due at once', () => {
    const story = started();
    for (let count = 1; count <= 120; count++)
      story.do('agent', { ...task(`第 ${count} 件`), due: story.now + span('2h') });
    story.pass('3h').tick();
    const runs = story.runs('task-due');
    expect(runs).toHaveLength(120);
    expect(runs.every(({ breachedAt, climbed }) => breachedAt !== null && climbed === 1)).toBe(true);
  });
});

describe('a letter without a wanted time', () => {
  it('wants it when the ticket is wanted, and is not sent where nothing says when', () => {
    const story = started();
    story.do('agent', { ...letter(story.now), wantedBy: null } as TicketCommand);
    expect(story.state.coordination?.letters[0]?.wantedBy).toBe(story.state.deadline ?? 'none');
    const direct = judged('urgent', 'direct');
    direct.do('agent', namedParty('after-sales'));
    const untimed = { ...letter(direct.now), wantedBy: null } as TicketCommand;
    expect(direct.refusal('agent', untimed)).toBe('letter.wanted-missing wantedBy');
  });
});

describe('more time for a clock that is kept for each letter', () => {
  const extendable = () =>
    changed((document) => {
      document.extension = { clocks: ['letter-answer'], who: ['agent'], needsCustomerTold: false };
    });
  const twoLetters = () => {
    const story = new Story(extendable()).register('agent', background);
    story.submit('agent', 'judgement', judgement('urgent'));
    story.submit('agent', 'parties-and-channel', partiesForm(story.now));
    story.do('agent', namedParty('after-sales'));
    for (let sent = 0; sent < 2; sent++) story.do('agent', letter(story.now));
    return story;
  };
  const dues = (story: Story) => story.runs('letter-answer').map(({ due }) => ((due ?? 0) - story.now) / 3_600_000);

  it('is given to the one that is named, whichever was sent last', () => {
    const story = twoLetters();
    const due = story.now + span('5h');
    const extend = { do: 'extend', clock: 'letter-answer', due, reason: '等检测' } as const;
    expect(story.refusal('agent', { ...extend, subject: null })).toBe('clock.subject-missing subject');
    expect(story.refusal('agent', { ...extend, subject: 'letter:3' })).toBe('clock.not-running subject');
    story.do('agent', { ...extend, subject: 'letter:1' });
    expect(dues(story)).toEqual([5, 2]);
    // The later one has run over; the one before can still be given more time, and the button says so.
    story.pass('2h').pass('1m').tick();
    expect(story.refusal('agent', { ...extend, subject: 'letter:2' })).toBe('clock.extension-too-late subject');
    expect(story.button('agent', 'extend')).toBe('allowed');
    story.do('agent', { ...extend, subject: 'letter:1', due: story.now + span('6h') });
    expect(dues(story)[0]).toBe(6);
  });

  it('needs no name while only one is running', () => {
    const story = twoLetters();
    story.do('agent', { do: 'withdraw-letter', letter: 2, reason: '重复' });
    story.do('agent', {
      do: 'extend',
      clock: 'letter-answer',
      subject: null,
      due: story.now + span('4h'),
      reason: '忙',
    });
    expect(story.runs('letter-answer').map(({ status, extension }) => [status, extension !== null])).toEqual([
      ['running', true],
      ['cancelled', false],
    ]);
  });
});

describe('a clock for each letter that a newer version of the playbook changes', () => {
  const version = compiledOf('coordination').source.version;
  const without = changed((document) => {
    document.clocks = document.clocks.filter(({ id }: Loose) => id !== 'letter-answer');
  });
  const withIt = changed((document) => {
    document.version = version + 1;
  });
  const moved = (story: Story, from: CompiledPlaybook, to: CompiledPlaybook) => {
    const before = { ...story.context('admin'), playbook: from };
    const history = momentsUnder(story.events, () => from);
    return decideMigration(before, { ...before, playbook: to }, story.state, { stages: {}, history });
  };
  const threeLetters = (playbook: CompiledPlaybook) => {
    const story = new Story(playbook).register('agent', background);
    story.submit('agent', 'judgement', judgement('urgent'));
    story.submit('agent', 'parties-and-channel', partiesForm(story.now));
    story.do('agent', namedParty('after-sales'));
    for (let sent = 0; sent < 3; sent++) story.do('agent', letter(story.now));
    story.do('agent', { do: 'withdraw-letter', letter: 2, reason: '重复' });
    return story.pass('1h');
  };

  it('starts with the move for all that are open, and for no other', () => {
    const story = threeLetters(without);
    const { events, state } = moved(story, without, withIt);
    const [move] = events;
    expect(move?.data).toMatchObject({
      starts: [],
      startsFor: [
        { clock: 'letter-answer', subject: 'letter:1' },
        { clock: 'letter-answer', subject: 'letter:3' },
      ],
    });
    const runs = state.clocks.filter(({ clock }) => clock === 'letter-answer');
    expect(runs.map(({ subject, cycle, start }) => [subject, cycle, start])).toEqual([
      ['letter:1', 1, story.now],
      ['letter:3', 2, story.now],
    ]);
  });

  it('is called off for each that it would no longer run for, and goes on for the others', () => {
    const stricter = changed((document) => {
      document.version = version + 1;
      const clock = document.clocks.find(({ id }: Loose) => id === 'letter-answer');
      clock.starts = [{ on: 'letter.answered', answer: 'counter' }];
      clock.stops = [{ on: 'letter.settled' }];
    });
    const story = threeLetters(compiledOf('coordination'));
    const { events, state } = moved(story, compiledOf('coordination'), stricter);
    expect(events[0]?.data).toMatchObject({
      cancels: [],
      cancelsFor: [{ subject: 'letter:1' }, { subject: 'letter:3' }],
    });
    const runs = state.clocks.filter(({ clock }) => clock === 'letter-answer');
    expect(runs.map(({ subject, status }) => [subject, status])).toEqual([
      ['letter:1', 'cancelled'],
      ['letter:2', 'cancelled'],
      ['letter:3', 'cancelled'],
    ]);
  });
});
