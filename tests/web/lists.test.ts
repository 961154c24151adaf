import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { filterCount, queueQuery, sortOf, viewOf } from '../../src/contract/queue-search.ts';
import { playbookSchema } from '../../src/domain/playbook/schema.ts';
import { priorityLevel } from '../../src/web/console/app/priority-level.ts';
import { appendRows, holdRows } from '../../src/web/console/queues/held-rows.ts';
import { groupWork } from '../../src/web/console/work/group-work.ts';
import { ownedPoolQuery, poolQuery, turnQuery } from '../../src/web/console/work/use-my-work.ts';
import { promise, ticketRow } from './ticket-row.ts';

const playbooks = ['resolution-flow', 'response-toolkit'].map((id) =>
  playbookSchema.parse(parse(readFileSync(new URL(`../../playbooks/${id}.yaml`, import.meta.url), 'utf8'))),
);
const open = 'todo,in-progress,resolved';

describe('the question that a queue asks', () => {
  it('is everything open, due first, when the address says nothing', () => {
    expect(queueQuery({})).toEqual({ sort: 'due', limit: 50, status: open });
    expect(viewOf({ view: 'nonsense' })).toBe('all');
  });

  it.each([
    ['mine', { owner: 'me' }],
    ['unassigned', { owner: 'none' }],
    ['breached', { breached: 'true' }],
    ['waiting', { waiting: 'true' }],
  ])('of the view %s adds what the view means', (view, more) => {
    expect(queueQuery({ view })).toEqual({ sort: 'due', limit: 50, status: open, ...more });
  });

  it('of the closed is newest first, unless the address says otherwise', () => {
    expect(queueQuery({ view: 'closed' })).toMatchObject({ status: 'closed', sort: '-received' });
    expect(sortOf({ view: 'closed', sort: 'priority' })).toBe('priority');
  });

  it('of the green lane goes by what a priority means, not by its name, narrowed by a chosen one', () => {
    expect(queueQuery({ view: 'green' })).toMatchObject({ greenLane: 'true' });
    expect(queueQuery({ view: 'green' }).priority).toBeUndefined();
    expect(queueQuery({ view: 'green', priority: 'normal' })).toMatchObject({ greenLane: 'true', priority: 'normal' });
  });

  it('carries filters, which are counted', () => {
    const search = { view: 'breached', stage: 'analyse', playbook: 'resolution-flow', owner: '7' };
    expect(queueQuery(search)).toMatchObject({ stage: 'analyse', owner: '7', breached: 'true' });
    expect(filterCount(search)).toBe(3);
  });
});

describe('rows under a reader’s eyes', () => {
  const rows = [3, 1, 2].map((id) => ticketRow(id));

  it('keep their places while what is new or has moved is only announced', () => {
    const { rows: shown, newCount, hasMoved } = holdRows([1, 2, 3], [ticketRow(9), ...rows]);
    expect(shown.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect({ newCount, hasMoved }).toEqual({ newCount: 1, hasMoved: true });
  });

  it('show the newest contents, and go when they have left', () => {
    const { rows: shown, hasMoved } = holdRows([1, 2, 3], [ticketRow(1, { stage: 'analyse' }), ticketRow(3)]);
    expect(shown.map(({ id, stage }) => [id, stage])).toEqual([
      [1, 'analyse'],
      [3, 'register'],
    ]);
    expect(hasMoved).toBe(false);
  });

  it('stay put when more is loaded after them', () => {
    expect(appendRows([1, 2], [...rows, ticketRow(4)])).toEqual([1, 2, 3, 4]);
  });
});

describe('my work', () => {
  const now = Date.parse('2026-03-02T10:00:00Z');

  it('puts each ticket into the group of what it needs now', () => {
    const groups = groupWork(
      [
        ticketRow(1, { nextPromise: promise('2026-03-02T09:59:59Z') }),
        ticketRow(2, { nextPromise: promise('2026-03-02T10:00:00Z') }),
        ticketRow(3, { nextPromise: promise('2026-03-02T11:00:00Z'), isWaiting: true }),
        ticketRow(4, { nextPromise: promise(null), isWaiting: true }),
        ticketRow(5, { nextPromise: promise('2026-03-02T11:00:01Z') }),
        ticketRow(6, { nextPromise: promise(null, true) }),
        ticketRow(7),
      ],
      now,
    );
    const ids = Object.entries(groups).map(([group, rows]) => [group, rows.map(({ id }) => id)]);
    expect(Object.fromEntries(ids)).toEqual({
      overdue: [1, 6],
      soon: [2, 3],
      later: [5, 7],
      waiting: [4],
      elsewhere: [],
    });
  });

  it('sets apart what is calm and somebody else’s turn', () => {
    const rows = [
      ticketRow(1, { stage: 'archive' }),
      ticketRow(2),
      ticketRow(3, { stage: 'archive', nextPromise: promise('2026-03-02T09:00:00Z') }),
    ];
    const { overdue, later, elsewhere } = groupWork(rows, now, ({ stage }) => stage !== 'archive');
    expect([overdue, later, elsewhere].map((group) => group.map(({ id }) => id))).toEqual([[3], [2], [1]]);
  });

  it('draws a priority by what the playbook starts with', () => {
    const [flow, toolkit] = playbooks;
    expect(['urgent', 'important', 'normal'].map((code) => priorityLevel(flow, code))).toEqual([
      'urgent',
      'raised',
      'plain',
    ]);
    expect(['urgent', 'normal', 'low'].map((code) => priorityLevel(toolkit, code))).toEqual(['urgent', 'plain', 'low']);
    expect(priorityLevel(undefined, 'urgent')).toBe('plain');
  });

  it('offers a department what was handed to it, others the stages of their role, managers nothing', () => {
    expect(poolQuery({ roles: ['specialist'], departments: ['technology'] }, playbooks)?.department).toBe('mine');
    expect(poolQuery({ roles: ['supervisor'], departments: [] }, playbooks)?.stage).toBe('classify,assign,archive');
    expect(poolQuery({ roles: ['manager'], departments: [] }, playbooks)).toBeNull();
  });

  it('offers a callback and an archive to their role though a department owns the ticket', () => {
    expect(ownedPoolQuery({ roles: ['supervisor'], departments: [] }, playbooks)).toMatchObject({
      stage: 'classify,assign,archive',
    });
    expect(ownedPoolQuery({ roles: ['supervisor'], departments: [] }, playbooks)?.owner).toBeUndefined();
    expect(ownedPoolQuery({ roles: ['specialist'], departments: ['technology'] }, playbooks)).toBeNull();
  });

  it('brings back to an agent what is their customers’ turn, and to others only where the interface is named', () => {
    expect(turnQuery({ roles: ['agent'], departments: [] }, playbooks)).toMatchObject({
      interface: 'me',
      stage: 'register,confirm,assign,archive',
    });
    expect(turnQuery({ roles: ['specialist'], departments: ['technology'] }, playbooks)).toBeNull();
  });
});
