import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import { openRebuild, rebuildTickets, type TicketFinding } from '../../src/server/features/tickets/index.ts';
import type { Member } from '../support/cast.ts';
import { type CoordinationStory, coordinationStory, secretWords } from '../support/coordination-story.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const codeOf = (reply: { body: unknown }) => (reply.body as { code?: string } | null)?.code;
const fieldOf = (reply: { body: unknown }) => (reply.body as { field?: string } | null)?.field;

describe('departments working together on a ticket', () => {
  let server: TestServer;
  let story: CoordinationStory;

  beforeAll(async () => {
    server = await startTestServer();
    story = await coordinationStory(server);
  });

  const sees = async (who: Member) => {
    const direct = await who.call('GET', `/tickets/${story.id}`);
    const list = (await who.call('GET', '/tickets')).body as { items: { id: number }[] };
    const found = (await who.call('GET', `/tickets/search?q=${encodeURIComponent(secretWords)}`)).body as {
      items: { id: number }[];
    };
    return [
      direct.status === 200,
      list.items.some(({ id }) => id === story.id),
      found.items.some(({ id }) => id === story.id),
    ];
  };

  it('show a ticket to another department through its task, in every way, and to nobody else', async () => {
    const { agent, logistics, contact } = story.cast;
    expect(await sees(contact)).toEqual([true, true, true]);
    expect(await sees(logistics)).toEqual([false, false, false]);
    expect(await story.awaited(logistics)).toEqual([]);

    const due = story.inHours(6);
    await story.act(agent, 'assign-task', { department: 'logistics', due, what: '查配件到哪里了' });
    expect(await sees(logistics)).toEqual([true, true, true]);
    const { tasks } = await story.coordination(logistics);
    expect(tasks).toMatchObject([{ number: `${story.number}-T1`, department: 'logistics', status: 'open', due }]);
    expect(await story.awaited(logistics)).toMatchObject([
      { ticket: story.id, kind: 'task', item: 1, title: '查配件到哪里了', due, department: 'logistics' },
    ]);
    expect(await story.awaited(contact)).toEqual([]);
  });

  it('run a clock for each task, which only that task moves', async () => {
    const { agent, logistics, specialist } = story.cast;
    const other = { department: 'technical-support', owner: specialist.id, due: story.inHours(9), what: '看安装照片' };
    await story.act(agent, 'assign-task', other);
    const running = async () =>
      (await story.detail()).clocks
        .filter(({ clock }) => clock === 'task-due')
        .map(({ subject, status }) => `${subject} ${status}`);
    expect(await running()).toEqual(['task:1 running', 'task:2 running']);

    const stranger = await story.ask(logistics, 'finish-task', { task: 2, result: '替别人做完' });
    expect([stranger.status, codeOf(stranger)]).toEqual([403, 'task.not-yours']);
    await story.act(logistics, 'accept-task', { task: 1 });
    expect((await story.coordination(logistics)).tasks[0]).toMatchObject({ owner: logistics.id, status: 'accepted' });
    await story.act(logistics, 'finish-task', { task: 1, result: '已到门店' });
    expect(await running()).toContain('task:2 running');
    expect((await running()).filter((one) => one.startsWith('task:1'))).not.toContain('task:1 running');
    expect(await story.awaited(logistics)).toEqual([]);
    expect(await story.awaited(specialist)).toMatchObject([{ kind: 'task', item: 2, department: null }]);
    expect(codeOf(await story.ask(logistics, 'finish-task', { task: 1, result: '再做一次' }))).toBe('task.ended');
    expect(codeOf(await story.ask(specialist, 'decline-task', { task: 2, reason: ' ' }))).toBe('request.invalid');
    await story.act(specialist, 'decline-task', { task: 2, reason: '照片不清楚' });
  });

  it('answer letters: accepted, declined with its reason, or for another date that the sender settles', async () => {
    const { agent, logistics, contact } = story.cast;
    const letter = (party: string) => ({ party, wantedBy: story.inHours(10), via: ['email'], demand: '请明早送达' });
    expect(codeOf(await story.ask(agent, 'send-letter', letter('department:logistics')))).toBe('party.unknown');
    await story.act(agent, 'name-party', { kind: 'department', department: 'logistics', why: '送配件' });
    expect(codeOf(await story.ask(agent, 'send-letter', letter('customer')))).toBe('letter.to-customer');
    for (let sent = 1; sent <= 3; sent++) await story.act(agent, 'send-letter', letter('department:logistics'));
    expect((await story.awaited(logistics)).map(({ kind, item }) => `${kind} ${item}`)).toEqual([
      'letter 1',
      'letter 2',
      'letter 3',
    ]);

    const stranger = await story.ask(contact, 'answer-letter', { letter: 1, answer: 'accepted' });
    expect([stranger.status, codeOf(stranger)]).toEqual([403, 'party.not-yours']);
    await story.act(logistics, 'answer-letter', { letter: 1, answer: 'accepted' });
    const bare = await story.ask(logistics, 'answer-letter', { letter: 2, answer: 'declined' });
    expect([codeOf(bare), fieldOf(bare)]).toEqual(['letter.reason-missing', 'note']);
    await story.act(logistics, 'answer-letter', { letter: 2, answer: 'declined', note: '不归我们送' });
    const dateless = await story.ask(logistics, 'answer-letter', { letter: 3, answer: 'counter' });
    expect([codeOf(dateless), fieldOf(dateless)]).toEqual(['letter.date-missing', 'date']);
    const date = story.inHours(14);
    await story.act(logistics, 'answer-letter', { letter: 3, answer: 'counter', date });
    expect(await story.awaited(logistics)).toEqual([]);
    expect(await story.awaited(agent)).toMatchObject([{ kind: 'settle-letter', item: 3, department: null }]);
    await story.act(agent, 'settle-letter', { letter: 3, isAgreed: true });
    const { letters } = await story.coordination();
    expect(letters.map(({ status }) => status)).toEqual(['accepted', 'declined', 'accepted']);
    expect(letters[2]).toMatchObject({ date, number: `${story.number}-L3` });
    expect(codeOf(await story.ask(agent, 'withdraw-letter', { letter: 1, reason: '不用了' }))).toBe(
      'letter.already-answered',
    );
  });

  it('meet with somebody who takes the minutes, whose action items have an owner and a due time', async () => {
    const { agent, logistics, specialist, supervisor } = story.cast;
    const meeting = {
      at: story.inHours(1),
      until: story.inHours(2),
      staff: [specialist.id],
      parties: ['department:logistics'],
      topic: '协调会',
      agenda: ['定方案'],
    };
    const leaderless = await story.ask(agent, 'call-meeting', meeting);
    expect([codeOf(leaderless), fieldOf(leaderless)]).toEqual(['meeting.minutes-taker-missing', 'minutesTaker']);
    await story.act(agent, 'call-meeting', { ...meeting, minutesTaker: supervisor.id });
    for (const who of [specialist, logistics, supervisor])
      expect(await story.awaited(who)).toMatchObject([{ kind: 'meeting', item: 1, title: '协调会', due: meeting.at }]);

    const minutes = { meeting: 1, decisions: ['明日上门'], statements: ['技术部：坡度不足'] };
    expect(codeOf(await story.ask(supervisor, 'record-minutes', minutes))).toBe('meeting.not-begun');
    server.clock.advance(2 * 3_600_000);
    // A department that was only asked along may not give work to others by writing the minutes.
    expect(codeOf(await story.ask(logistics, 'record-minutes', minutes))).toBe('meeting.not-yours');
    expect((await story.coordination(logistics)).meetings[0]?.may).toEqual([]);
    expect((await story.coordination(specialist)).meetings[0]?.may).toContain('record-minutes');
    const before = await story.detail();
    const ownerless = await story.ask(supervisor, 'record-minutes', {
      ...minutes,
      actions: [
        { what: '上门', owner: specialist.id, due: story.inHours(20) },
        { what: '致歉信', due: story.inHours(20) },
      ],
    });
    expect([codeOf(ownerless), fieldOf(ownerless)]).toEqual(['task.owner-missing', 'actions.1.owner']);
    // Refused as a whole: neither minutes nor the first of the two tasks are there.
    expect((await story.detail()).coordination).toEqual(before.coordination);
    const actions = [{ what: '上门', owner: specialist.id, due: story.inHours(20) }];
    await story.act(supervisor, 'record-minutes', { ...minutes, actions });
    const { meetings, tasks } = await story.coordination();
    expect(meetings).toMatchObject([{ status: 'held', decisions: ['明日上门'], statements: ['技术部：坡度不足'] }]);
    expect(tasks.at(-1)).toMatchObject({ what: '上门', owner: specialist.id, cause: 'meeting', of: 1 });
    expect(await story.awaited(logistics)).toEqual([]);
  });

  it('carry a solution out only when nobody objects, or a supervisor overrules', async () => {
    const { agent, logistics, contact, supervisor } = story.cast;
    const items = [
      { what: '重做排水管', how: '两人上门', who: 'department:technical-support', when: story.inHours(20) },
    ];
    await story.act(agent, 'circulate-solution', { summary: '明日上门重做', items });
    expect(await story.awaited(contact)).toMatchObject([{ kind: 'solution', item: 1, title: '明日上门重做' }]);
    const answer = (party: string, more: object) => ({ round: 1, party, ...more });
    const confirmed = { answer: 'confirmed' };
    const notOurs = await story.ask(logistics, 'answer-solution', answer('department:technical-support', confirmed));
    expect([notOurs.status, codeOf(notOurs)]).toEqual([403, 'party.not-yours']);
    await story.act(contact, 'answer-solution', answer('department:technical-support', confirmed));
    expect(codeOf(await story.ask(contact, 'answer-solution', answer('department:technical-support', confirmed)))).toBe(
      'solution.already-answered',
    );
    const bare = await story.ask(logistics, 'answer-solution', answer('department:logistics', { answer: 'objected' }));
    expect([codeOf(bare), fieldOf(bare)]).toEqual(['solution.reason-missing', 'note']);
    await story.act(
      logistics,
      'answer-solution',
      answer('department:logistics', { answer: 'objected', note: '明日无车' }),
    );
    expect((await story.coordination()).rounds[0]).toMatchObject({ status: 'objected' });

    const byAgent = await story.ask(agent, 'overrule-solution', { round: 1, reason: '不等了' });
    expect([byAgent.status, codeOf(byAgent)]).toEqual([403, 'auth.forbidden']);
    await story.act(supervisor, 'overrule-solution', { round: 1, reason: '改用快递，不等物流' });
    const { rounds, tasks } = await story.coordination();
    expect(rounds[0]).toMatchObject({ status: 'overruled', reason: '改用快递，不等物流' });
    expect(tasks.at(-1)).toMatchObject({
      cause: 'solution',
      of: 1,
      department: 'technical-support',
      what: '重做排水管',
    });
  });

  it('leave a projection that the events fold to, and nothing of what was said in clear', async () => {
    const { pool, masterKey, clock } = server.context;
    const findings: TicketFinding[] = [];
    const deps = await openRebuild(pool, masterKey, clock);
    await rebuildTickets(deps, false, { found: (finding) => findings.push(finding), progress: () => {} });
    expect(findings).toEqual([]);
    const { rows } = await pool.query<{ all: string }>(
      `select (select string_agg(t::text, ' ') from ticket t) || (select string_agg(e::text, ' ') from event e) ||
        coalesce((select string_agg(n::text, ' ') from notice n), '') as all`,
    );
    // By what way it was said is kept in clear: no free words.
    const contacted = { party: 'customer', via: '张三丰本人来电', outcome: '同意' };
    expect([fieldOf(await story.ask(story.cast.agent, 'note-contact', contacted))]).toEqual(['via']);
    for (const words of ['不归我们送', '明日上门重做', '协调会', '坡度不足', '改用快递'])
      expect(rows[0]?.all.includes(words), words).toBe(false);

    // What is awaited is checked too, and mended.
    const { awaits } = (await pool.query<{ awaits: string[] }>('select awaits from ticket where id = $1', [story.id]))
      .rows[0] ?? { awaits: [] };
    expect(awaits).toContain('d:technical-support');
    await pool.query(`update ticket set awaits = '{d:finance}' where id = $1`, [story.id]);
    await rebuildTickets(deps, true, { found: (finding) => findings.push(finding), progress: () => {} });
    expect(findings.flatMap(({ differences }) => differences.map(({ field }) => field))).toEqual(['awaits']);
    const after = await pool.query('select awaits from ticket where id = $1', [story.id]);
    expect(after.rows[0]).toEqual({ awaits });
  });

  it('leave nothing half written when the database fails in the middle', async () => {
    const { agent, specialist } = story.cast;
    const { pool } = server.context;
    const all = async () => {
      const { rows } =
        await pool.query(`select (select count(*) from event) as events, (select count(*) from clock) as clocks,
        (select count(*) from notice) as notices, (select sum(version) from ticket) as versions`);
      return rows[0];
    };
    await pool.query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$`);
    await pool.query('create trigger refuse before insert on notice for each row execute function refuse()');
    const before = await all();
    const order = { department: 'technical-support', owner: specialist.id, due: story.inHours(5), what: '再看一遍' };
    expect((await story.ask(agent, 'assign-task', order)).status).toBe(500);
    expect(await all()).toEqual(before);
    await pool.query('drop trigger refuse on notice');
    await story.act(agent, 'assign-task', order);
    expect(await all()).not.toEqual(before);
  });

  it('tell a department live of a ticket that it has a task on, and others nothing', async () => {
    const { agent, logistics, contact } = story.cast;
    const own = await coordinationStory(server, story.cast);
    const abort = new AbortController();
    const heard = async (who: Member) => {
      const response = await fetch(`${server.url}/api/v1/live`, {
        headers: { cookie: who.cookie },
        signal: abort.signal,
      });
      const lines: string[] = [];
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      void (async () => {
        for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) lines.push(part.value);
      })().catch(() => {});
      return () => lines.join('').includes(`"id":${own.id}`);
    };
    const [byLogistics, byContact] = [await heard(logistics), await heard(contact)];
    await own.act(agent, 'add-note', { note: '只与技术有关' });
    await vi.waitFor(() => expect(byContact()).toBe(true));
    expect(byLogistics()).toBe(false);
    await own.act(agent, 'assign-task', { department: 'logistics', what: '查配件' });
    await vi.waitFor(() => expect(byLogistics()).toBe(true));
    abort.abort();
  });

  it('tell the page what may be begun, and why the rest may not', async () => {
    const { agent, manager, supervisor } = story.cast;
    const own = await coordinationStory(server, story.cast);
    expect((await own.coordination(agent)).may).toContain('call-meeting');
    expect(await own.coordination(manager)).toMatchObject({ may: [], mayNot: [] });
    await own.act(supervisor, 'dismiss', { reason: 'withdrawn', note: '客户撤回' });
    const { may, mayNot } = (await own.detail(agent)).coordination ?? expect.fail('no coordination');
    expect(may).toEqual([]);
    expect(mayNot).toContainEqual({ do: 'call-meeting', why: 'ticket.closed' });
    expect((await own.ask(agent, 'assign-task', { department: 'logistics', what: '再查' })).status).toBe(409);
    expect(((await own.detail(agent)) satisfies TicketDetail).status).toBe('closed');
  });
});
