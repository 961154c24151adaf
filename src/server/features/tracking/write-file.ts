import type { OutputContext } from '../../../domain/output/context.ts';
import type { TableHead, TableRow } from '../../../domain/output/document.ts';
import type { OutputLanguage } from '../../../domain/output/language.ts';
import { trackingHead, trackingLine } from '../../../domain/tracking/sheet.ts';
import { insertAccess, type OutputSource } from '../outputs/index.ts';
import type { Member } from '../session/index.ts';
import { contextOf, type Engine } from '../tickets/index.ts';
import type { Cursor } from './cursor.ts';
import { readTracked, type TrackingAsk } from './read-tracking.ts';

/** Tickets read at a time. */
const scanSize = 200;

export type TrackingDeps = { engine: Engine; source: OutputSource };

/** The table as it is filtered, page by page; whose data leave is noted before they do. */
export async function openTracking(
  { engine, source }: TrackingDeps,
  actor: Member,
  ask: TrackingAsk,
  language: OutputLanguage,
): Promise<{ head: TableHead; pages: AsyncGenerator<TableRow[]> }> {
  const directory = await source.directory();
  const now = engine.clock.now();
  const contextFor = (playbook: OutputContext['playbook']): OutputContext => ({
    playbook,
    directory,
    language,
    isRevealed: false,
    now,
  });
  const pages = async function* () {
    let after: Cursor | null = null;
    do {
      const page: Awaited<ReturnType<typeof readTracked>> = await readTracked(engine, actor, ask, after, scanSize);
      const customers = page.tracked.map(({ loaded }) => loaded.state.customerId);
      await insertAccess(engine.pool, actor, customers, 'export', '', now);
      yield page.tracked.map(({ loaded: { state }, note }) => {
        const { playbook } = contextOf(engine, state);
        return trackingLine(playbook, state, note, contextFor(playbook.source));
      });
      after = page.next;
    } while (after !== null);
  };
  const [any] = engine.playbooks.list();
  if (!any) throw new Error('no playbook is in force');
  return { head: trackingHead(contextFor(any.source)), pages: pages() };
}
