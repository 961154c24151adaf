import { beforeAll, describe, expect, it } from 'vitest';
import { type Cast, castOf, phoneComplaint } from '../support/cast.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { draft, edited, flow, flowSource, publish, staffDepartments, withUrgent } from './studio-story.ts';

let server: TestServer;
let cast: Cast;
/** The version that shipped. */
let shipped: number;

beforeAll(async () => {
  server = await startTestServer();
  cast = await castOf(server);
  shipped = server.context.playbooks.get(flow).source.version;
});

const of = (body: unknown) => body as Record<string, never>;
const path = (rest: string) => `/studio/playbooks/${flow}${rest}`;

describe('who may do what in the studio', () => {
  it.each([
    ['agent', 'GET', '', undefined, 403],
    ['specialist', 'POST', '/draft', { source: 'x', version: 0, baseVersion: 1 }, 403],
    ['supervisor', 'GET', '', undefined, 200],
    ['supervisor', 'POST', '/draft', { source: 'x', version: 0, baseVersion: 1 }, 403],
    ['supervisor', 'POST', '/retire', undefined, 403],
    ['supervisor', 'POST', '/migration', { to: 1 }, 403],
    ['manager', 'GET', '', undefined, 200],
  ] as const)('%s: %s %s', async (part, method, rest, body, status) => {
    expect((await cast[part].call(method, path(rest), body)).status).toBe(status);
    expect((await server.call(method, `/api/v1${path(rest)}`, { body })).status).toBe(401);
  });
});

describe('before a playbook is published', () => {
  it('it is refused for what is wrong in it, at the line, with the remedy, in the reader’s language', async () => {
    const source = flowSource.replace('form: task-order\n', 'form: task-oder\n');
    const line = source.slice(0, source.indexOf('form: task-oder')).split('\n').length;
    const { body } = await cast.manager.call('POST', '/studio/validate', { source });
    expect(of(body).problems).toEqual([
      {
        path: ['stages', 2, 'form'],
        line,
        column: 5,
        message: expect.objectContaining({ en: 'there is no form "task-oder"' }),
        remedy: { zh: '请写 task-order', en: 'write task-order' },
        nearest: 'task-order',
      },
    ]);
    const version = await draft(cast.manager, source, { baseVersion: shipped });
    const refused = await cast.manager.call('POST', path('/publish'), { version }, { 'accept-language': 'en' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'playbook.has-problems',
      title: `The playbook has 1 problem(s), the first at line ${line}: there is no form "task-oder"`,
      remedy: 'write task-order',
    });
    await cast.manager.call('POST', path('/discard-draft'), { version });
  });

  it('whatever is wrong says what to do about it, in Chinese too', async () => {
    type Said = { path: string[]; line: number; remedy: { zh: string; en: string } | null };
    const wrong: Record<string, string> = {
      bomb: `a: &a [x]\n${Array.from({ length: 120 }, (_, index) => `b${index}: *a`).join('\n')}`,
      circle: flowSource.replace(/(\n {2}- id: archive\n)/, '$1    next: assign\n'),
      'dead end': flowSource.replace('    next: confirm\n', ''),
      'missing target': flowSource.replace(/target: \{ urgent: \w+, /, 'target: { '),
    };
    for (const [what, source] of Object.entries(wrong)) {
      const { body } = await cast.manager.call('POST', '/studio/validate', { source });
      const [first] = of(body).problems as unknown as Said[];
      expect(first?.path[0], what).toBe(what === 'bomb' ? undefined : what === 'missing target' ? 'clocks' : 'stages');
      expect(first?.line, what).toBeGreaterThan(1);
      expect(first?.remedy?.zh, what).toMatch(/请|可/);
      expect(first?.remedy?.en, what).not.toBe('');
    }
  });

  it('the departments that it hands work to need a contact', async () => {
    const { body } = await cast.supervisor.call('POST', '/studio/validate', { source: flowSource });
    const problems = of(body).problems as unknown as { path: unknown[]; message: { zh: string } }[];
    expect(problems.map(({ path }) => path[0])).toContain('departments');
    expect(problems[0]?.message.zh).toContain('没有接口人');
    await staffDepartments(server, cast);
    const after = await cast.supervisor.call('POST', '/studio/validate', { source: flowSource });
    expect(after.body).toEqual({ problems: [] });
  });

  it.each([
    ['a bomb', `a: &a [x]\n${Array.from({ length: 120 }, (_, index) => `b${index}: *a`).join('\n')}`, 'aliases'],
    ['no YAML', 'id: [', 'column'],
    ['another thing', 'just a word', 'does not say which playbook it is'],
  ])('%s is not taken in', async (_what, source, said) => {
    const reply = await cast.admin.call('POST', '/studio/import', { source }, { 'accept-language': 'en' });
    expect(reply.status).toBe(422);
    expect(JSON.stringify(reply.body)).toContain(said === 'column' ? '"column"' : said);
  });
});

describe('a draft', () => {
  it('is kept with its author and its base, and never written over by a second editor', async () => {
    const version = await draft(cast.admin, withUrgent('20h'), { baseVersion: shipped });
    const { body } = await cast.supervisor.call('GET', path(''));
    expect(of(body).draft).toMatchObject({ version, baseVersion: shipped, by: { id: cast.admin.id, name: '吴管理' } });
    const other = await cast.manager.call('POST', path('/draft'), { source: 'x', version: 0, baseVersion: shipped });
    expect([other.status, of(other.body).code]).toEqual([409, 'playbook.draft-changed']);
    const [left, right] = await Promise.all(
      ['18h', '16h'].map((target) =>
        cast.admin.call('POST', path('/draft'), { source: withUrgent(target), version, baseVersion: shipped }),
      ),
    );
    expect([left?.status, right?.status].sort()).toEqual([200, 409]);
    expect((await cast.admin.call('POST', path('/publish'), { version })).status).toBe(409);
    expect((await cast.admin.call('POST', path('/discard-draft'), { version: version + 1 })).status).toBe(204);
    const gone = await cast.admin.call('POST', path('/publish'), { version });
    expect([gone.status, of(gone.body).code]).toEqual([404, 'playbook.draft-unknown']);
  });

  it('is published as the next version, once, with its comments; new tickets get it', async () => {
    const next = await publish(cast.manager, withUrgent('12h'), shipped);
    expect(next).toBe(shipped + 1);
    const { body } = await cast.agent.call('GET', `/playbooks/${flow}`);
    expect(of(body).version).toBe(next);
    const file = await cast.supervisor.call('GET', path(`/versions/${next}/file.yaml`));
    expect(file.headers.get('content-disposition')).toContain(`${flow}-v${next}.yaml`);
    expect(file.text).toContain('# The seven-step resolution flow.');
    expect(file.text).toContain(`version: ${next}\n`);
    const ticket = await cast.agent.call('POST', '/tickets', { playbook: flow, answers: phoneComplaint });
    expect(of(ticket.body).playbookVersion).toBe(next);
    const detail = await cast.supervisor.call('GET', path(''));
    expect(detail.body).toMatchObject({
      version: next,
      isOwn: true,
      draft: null,
      versions: [
        { version: next, by: { name: '钱经理' }, note: '缩短紧急时限', running: 1, isOwn: true },
        { version: shipped, by: null, isOwn: false },
      ],
    });
  });

  it('of an older version, or with nothing new, is not published', async () => {
    const old = await draft(cast.admin, withUrgent('10h'), { baseVersion: shipped });
    const moved = await cast.admin.call('POST', path('/publish'), { version: old });
    expect([moved.status, of(moved.body).code]).toEqual([409, 'playbook.base-moved']);
    const same = await draft(cast.admin, withUrgent('12h'), { version: old, baseVersion: shipped + 1 });
    const unchanged = await cast.admin.call('POST', path('/publish'), { version: same });
    expect([unchanged.status, of(unchanged.body).code]).toEqual([409, 'playbook.unchanged']);
    await cast.admin.call('POST', path('/discard-draft'), { version: same });
  });

  it('keeps the id of its playbook; another one is imported as such', async () => {
    const source = edited({ do: 'set', path: ['id'], value: 'our-flow' });
    const version = await draft(cast.admin, source, { baseVersion: shipped + 1 });
    const refused = await cast.admin.call('POST', path('/publish'), { version });
    expect(of(refused.body).code).toBe('playbook.has-problems');
    await cast.admin.call('POST', path('/discard-draft'), { version });
    const taken = await cast.admin.call('POST', '/studio/import', { source });
    expect([taken.status, taken.body]).toEqual([201, { id: 'our-flow', problems: [] }]);
    expect((await cast.admin.call('POST', '/studio/import', { source })).status).toBe(409);
    const again = await cast.admin.call('POST', '/studio/import', { source, replaces: 1 });
    expect(again.status).toBe(201);
    const published = await cast.admin.call('POST', '/studio/playbooks/our-flow/publish', { version: 2 });
    expect(published.body).toEqual({ version: 1 });
  });
});

describe('what is published', () => {
  it('is compared version by version, in parts and in lines', async () => {
    const { body } = await cast.supervisor.call('GET', path(`/diff?from=${shipped}&to=${shipped + 1}`));
    expect(of(body).changes).toEqual([
      {
        kind: 'changed',
        path: ['clocks', 'resolution', 'target', 'urgent'],
        names: [null, { zh: '解决并反馈', en: 'Solved and fed back' }, null, { zh: '紧急', en: 'Urgent' }],
        name: { zh: '解决并反馈', en: 'Solved and fed back' },
        before: '24h',
        after: '12h',
      },
    ]);
    const lines = of(body).lines as unknown as { kind: string; text: string }[];
    expect(lines.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toEqual([
      `version: ${shipped + 1}`,
      'target: { urgent: 12h, important: 48h, normal: 72h }',
    ]);
  });

  it('can be retired, but not the last one; running tickets go on and it can come back', async () => {
    const { body } = await cast.agent.call('POST', '/tickets', { playbook: 'our-flow', answers: phoneComplaint });
    expect((await cast.admin.call('POST', '/studio/playbooks/our-flow/retire')).status).toBe(204);
    const refused = await cast.agent.call('POST', '/tickets', { playbook: 'our-flow', answers: phoneComplaint });
    expect(of(refused.body).code).toBe('playbook.retired');
    const { id, version } = body as { id: number; version: number };
    const note = await cast.agent.call('POST', `/tickets/${id}/add-note`, { version, note: '仍在办' });
    expect(note.status).toBe(200);
    const others = server.context.playbooks.list().map(({ source }) => source.id);
    const replies = [];
    for (const other of others)
      replies.push((await cast.admin.call('POST', `/studio/playbooks/${other}/retire`)).status);
    expect(replies).toEqual([...others.slice(1).map(() => 204), 409]);
    for (const other of [...others, 'our-flow'])
      expect((await cast.admin.call('POST', `/studio/playbooks/${other}/restore`)).status).toBe(204);
    expect(server.context.playbooks.get('our-flow').source.version).toBe(1);
  });
});

describe('a preview', () => {
  const sample = {
    playbook: flow,
    priority: 'urgent',
    category: 'system-failure',
    receivedAt: '2026-03-02T09:00:00+08:00',
  };

  it('tells the clocks of a sample ticket, as far as it is told to go', async () => {
    const moments = [
      { after: '20m', do: 'complete-stage' },
      { after: '40m', do: 'complete-stage' },
      { after: '50m', do: 'accept' },
      { after: '60m', do: 'inform-customer', kind: 'result' },
    ];
    const { status, body } = await cast.supervisor.call('POST', '/studio/preview', { ...sample, moments });
    expect(status).toBe(200);
    const view = body as unknown as {
      clocks: { explanation: Record<string, string>; warnings: unknown[] }[];
      steps: { refusal: null }[];
      stage: string;
    };
    expect(view.steps.map(({ refusal }) => refusal)).toEqual([null, null, null, null]);
    expect(view.stage).toBe('analyse');
    const clock = (id: string) => view.clocks.find(({ explanation }) => explanation.clock === id)?.explanation;
    expect(clock('handling-start')).toMatchObject({ status: 'met', stop: '2026-03-02T01:50:00.000Z' });
    expect(clock('resolution')).toMatchObject({ status: 'met', target: '12h', due: '2026-03-02T13:00:00.000Z' });
  });

  it('walks the plain way to the end where nothing else is said', async () => {
    const { body } = await cast.supervisor.call('POST', '/studio/preview', sample);
    expect(body).toMatchObject({ status: 'closed', stage: 'archive' });
    expect((body as { steps: { refusal: null }[] }).steps.every(({ refusal }) => refusal === null)).toBe(true);
  });

  it('takes a text that is still a draft, and says where it is wrong', async () => {
    const { playbook: _, ...rest } = sample;
    const body = { ...rest, source: withUrgent('3h'), moments: [] };
    const reply = await cast.supervisor.call('POST', '/studio/preview', body);
    expect(JSON.stringify(reply.body)).toContain('"due":"2026-03-02T04:00:00.000Z"');
    const wrong = await cast.supervisor.call('POST', '/studio/preview', { ...rest, source: withUrgent('soon') });
    expect([wrong.status, of(wrong.body).code]).toEqual([422, 'playbook.has-problems']);
    const unknown = await cast.supervisor.call('POST', '/studio/preview', { ...sample, priority: 'urgnt' });
    expect(of(unknown.body).code).toBe('playbook.priority-unknown');
  });
});
