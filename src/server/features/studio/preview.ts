import type { z } from 'zod';
import type { PreviewClock, PreviewView, previewBody } from '../../../contract/studio.ts';
import { type CompiledPlaybook, compilePlaybook } from '../../../domain/playbook/compile.ts';
import { parsePlaybook } from '../../../domain/playbook/source.ts';
import { planOf } from '../../../domain/preview/clock-plan.ts';
import type { SampleMoment } from '../../../domain/preview/moments.ts';
import { type Preview, plainWay, previewTicket } from '../../../domain/preview/preview.ts';
import type { TicketContext } from '../../../domain/ticket/context.ts';
import { parseTarget, targetMs } from '../../../domain/time/target.ts';
import { explanationOf } from '../tickets/index.ts';
import type { StudioDeps } from './deps.ts';
import { refuseProblems } from './problems.ts';

type Body = z.output<typeof previewBody>;
const iso = (at: number) => new Date(at).toISOString();

/** What a sample ticket would go through under a text or a published version, in the organisation's own calendar. */
export function previewPlaybook(deps: StudioDeps, body: Body): PreviewView {
  const { calendars } = deps.engine;
  const { id, version } = calendars.current();
  const context: TicketContext = { playbook: playbookOf(deps, body), calendar: calendars.get(id, version) };
  const sample = { priority: body.priority, category: body.category, receivedAt: Date.parse(body.receivedAt) };
  const moments = body.moments?.map(readMoment) ?? plainWay(context, sample);
  return viewPreview(context, previewTicket(context, { ...sample, moments }));
}

type Moment = NonNullable<Body['moments']>[number];

const readMoment = ({ after, ...moment }: Moment): SampleMoment => ({
  ...moment,
  afterMs: targetMs(parseTarget(after)) ?? 0,
});

const viewMoment = ({ afterMs, ...moment }: SampleMoment): Moment => ({
  ...moment,
  after: afterMs % 60_000 === 0 ? `${afterMs / 60_000}m` : `${Math.round(afterMs / 1000)}s`,
});

function playbookOf({ playbooks }: StudioDeps, { source, playbook, version }: Body): CompiledPlaybook {
  if (source === undefined) return playbooks.get(playbook ?? '', version);
  const parsed = parsePlaybook(source);
  refuseProblems(parsed.problems ?? []);
  if (parsed.problems) throw new Error('A text with problems was not refused');
  return compilePlaybook(parsed.playbook);
}

function viewPreview(context: TicketContext, { state, events, steps }: Preview): PreviewView {
  const started = new Set(state.clocks.map(({ clock }) => clock));
  const shown = state.clocks.filter((run) => run.target !== null || run.promised !== null);
  return {
    moments: steps.map(({ moment }) => viewMoment(moment)),
    steps: steps.map(({ at, moment, stage, refusal }) => ({
      at: iso(at),
      do: moment.do,
      stage,
      refusal: refusal?.code ?? null,
    })),
    stage: state.stage,
    status: state.status,
    clocks: shown.map((run): PreviewClock => {
      const startedBy = events.find(({ seq }) => seq === run.startSeq)?.type ?? '';
      const { warnings, ladder } = planOf(context, run);
      return {
        explanation: explanationOf(context, run, startedBy, state.changedAt),
        warnings: warnings.map(({ before, at }) => ({ before, at: iso(at) })),
        ladder: ladder.map(({ at, tell, escalates }) => ({ at: iso(at), tell, escalates })),
      };
    }),
    idle: context.playbook.source.clocks
      .filter(({ id }) => !started.has(id))
      .map((clock) => ({
        clock: clock.id,
        name: clock.name,
        target: context.playbook.targetFor(clock, state.priority, state.category),
      })),
  };
}
