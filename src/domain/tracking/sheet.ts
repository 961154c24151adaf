import type { OutputContext } from '../output/context.ts';
import type { TableCell, TableHead, TableRow } from '../output/document.ts';
import { plainText, widthOf } from '../output/plain-text.ts';
import { type Speech, speechOf } from '../output/speech.ts';
import type { CompiledPlaybook } from '../playbook/compile.ts';
import type { Bilingual } from '../playbook/schema-parts.ts';
import { boundAnswer } from '../ticket/describe.ts';
import type { PromisedDate, TicketState } from '../ticket/state.ts';
import { type NoteEvent, noteText, type TrackingPhase, trackingPhase } from './phase.ts';

/** The tracking table as a spreadsheet over all playbooks: the same rows and the same order as on the page. */

type Line = { playbook: CompiledPlaybook; state: TicketState; note: NoteEvent | null; speech: Speech };
type Column = { id: string; name: Bilingual; width: number; kind: TableCell['kind']; read: (line: Line) => Said };
type Said = string | number | null;

const phaseNames: Readonly<Record<TrackingPhase, Bilingual>> = {
  returned: { zh: '待重新传递', en: 'To hand off again' },
  response: { zh: '待响应', en: 'Awaits response' },
  handling: { zh: '处理中', en: 'In hand' },
  result: { zh: '待同步结果', en: 'Result to come' },
  callback: { zh: '待告知回访', en: 'To tell and call back' },
  archive: { zh: '待归档', en: 'To archive' },
  closed: { zh: '已关闭', en: 'Closed' },
};

const occasions: Readonly<Record<PromisedDate['on'], Bilingual>> = {
  accepted: { zh: '受理', en: 'accepted' },
  obstacle: { zh: '障碍', en: 'obstacle' },
  solution: { zh: '方案', en: 'solution' },
  told: { zh: '告知客户', en: 'customer told' },
  settled: { zh: '商定改期', en: 'agreed' },
};

const text = (id: string, zh: string, en: string, width: number, read: Column['read']): Column => ({
  id,
  name: { zh, en },
  width,
  kind: 'text',
  read,
});
const instant = (id: string, zh: string, en: string, read: Column['read']): Column => ({
  id,
  name: { zh, en },
  width: 17,
  kind: 'instant',
  read,
});

const columns: readonly Column[] = [
  text('number', '需求编号', 'Demand', 18, ({ state }) => state.number),
  text('content', '需求内容', 'Content', 48, ({ playbook, state }) =>
    boundAnswer(playbook, state, state.text, 'description'),
  ),
  text('department', '业务部门', 'Department', 14, ({ state, speech }) => speech.department(state.department)),
  text('owner', '业务负责人', 'Owner', 14, ({ state, speech }) => speech.staff(state.owner)),
  text('interface', '客服联系人', 'Customer service', 14, ({ state, speech }) => speech.staff(state.registeredBy)),
  text('stage', '进展', 'Progress', 14, ({ state, speech }) => speech.stage(state.stage)),
  text('phase', '状态', 'Status', 16, ({ playbook, state, speech }) =>
    speech.name(phaseNames[trackingPhase(playbook, state)]),
  ),
  instant('expected', '预计完成时间', 'Expected completion', ({ state }) => state.eta),
  instant('deadline', '希望完成时间', 'Wanted by', ({ state }) => state.deadline),
  text('promises', '承诺时间变化', 'Promised before', 36, ({ state, speech }) =>
    state.promises.map(({ eta, on }) => `${speech.time(eta)} (${speech.name(occasions[on])})`).join('\n'),
  ),
  text('note', '最新进展', 'Latest note', 48, ({ note }) => (note ? noteText(note) : '')),
  instant('note-at', '更新时间', 'Updated', ({ note }) => note?.at ?? null),
  text('note-by', '更新人', 'By', 14, ({ note, speech }) => (note ? speech.actor(note.actor) : '')),
];

export function trackingHead(context: OutputContext): TableHead {
  const speech = speechOf(context);
  return {
    table: 'tracking',
    title: speech.name({ zh: '跟踪表', en: 'Tracking table' }),
    organisation: plainText(context.directory.organisation),
    period: '',
    columns: columns.map(({ id, name, kind, width }) => {
      const title = speech.name(name);
      return { id, name: title, kind, width: Math.max(width, widthOf(title) + 4) };
    }),
    printedAt: speech.time(context.now),
  };
}

export function trackingLine(
  playbook: CompiledPlaybook,
  state: TicketState,
  note: NoteEvent | null,
  context: OutputContext,
): TableRow {
  const speech = speechOf(context, state.text === null);
  const cells = columns.map(({ read }): TableCell => {
    const said = read({ playbook, state, note, speech });
    if (typeof said === 'number') return { kind: 'instant', at: said, text: speech.time(said) };
    return { kind: 'text', text: plainText(said ?? '') };
  });
  return { ticketId: state.id, cells };
}
