import { departmentOf, type HandOff, handOffsOf, isMarked, outcomeOf, type Reviewed, topicOf } from './reviewed.ts';

/**
 * The figures of a weekly or monthly review (复盘): quality of hand-offs, timeliness, what customers asked for and how content they were.
 * Tickets are added one by one, so that any number can be looked at.
 */

export type Rate = { met: number; late: number };
type Counted<K extends string> = Record<K, number>;

export type Review = {
  tickets: number;
  handOffs: {
    made: number;
    accepted: number;
    declined: number;
    bounced: number;
    byReason: Counted<string>;
    /** How many were given back for lacking this field. */
    byField: { playbook: string; field: string; count: number }[];
    byAgent: { staff: number; made: number; inaccurate: number }[];
  };
  timeliness: {
    byClock: (Rate & { playbook: string; clock: string; medianMs: number | null })[];
    byDepartment: (Rate & { department: string })[];
    byOwner: (Rate & { staff: number })[];
  };
  demands: {
    byCategory: { playbook: string; category: string | null; count: number }[];
    /** By feature or step within a category; tickets of which nobody has named one are left out. */
    byTopic: { playbook: string; category: string | null; topic: string; count: number }[];
    byChannel: Counted<string>;
  };
  satisfaction: {
    byRating: { playbook: string; rating: string; count: number; isSatisfied: boolean }[];
    byDimension: { playbook: string; dimension: string; rating: string; count: number }[];
    reopened: number;
    praised: { owner: number | null; registeredBy: number | null; ticket: number; number: string }[];
  };
  cases: {
    /** Most urgent hand-offs that were answered fastest. */
    fastest: { ticket: number; number: string; ms: number }[];
    /** Given back for a missing field, and escalated after that. */
    escalatedAfterMissingField: { ticket: number; number: string; fields: string[] }[];
    forTraining: { ticket: number; number: string }[];
  };
};

/** The most that is listed of cases. */
const mostCases = 5;

export class ReviewTally {
  readonly #review: Review = emptyReview();
  readonly #fields = new Map<string, Review['handOffs']['byField'][number]>();
  readonly #agents = new Map<number, Review['handOffs']['byAgent'][number]>();
  readonly #clocks = new Map<string, Review['timeliness']['byClock'][number] & { spans: number[] }>();
  readonly #departments = new Map<string, Review['timeliness']['byDepartment'][number]>();
  readonly #owners = new Map<number, Review['timeliness']['byOwner'][number]>();
  readonly #categories = new Map<string, Review['demands']['byCategory'][number]>();
  readonly #topics = new Map<string, Review['demands']['byTopic'][number]>();
  readonly #ratings = new Map<string, Review['satisfaction']['byRating'][number]>();
  readonly #dimensions = new Map<string, Review['satisfaction']['byDimension'][number]>();

  add(ticket: Reviewed): void {
    const handOffs = handOffsOf(ticket.events);
    this.#review.tickets += 1;
    for (const handOff of handOffs) this.#addHandOff(ticket, handOff);
    this.#addRuns(ticket, handOffs);
    this.#addDemand(ticket);
    this.#addSatisfaction(ticket);
    this.#addCases(ticket, handOffs);
  }

  result(): Review {
    const { handOffs, timeliness, demands, satisfaction, cases } = this.#review;
    const byClock = [...this.#clocks.values()].map(({ spans, ...one }) => ({ ...one, medianMs: median(spans) }));
    return {
      ...this.#review,
      handOffs: {
        ...handOffs,
        byField: mostFirst([...this.#fields.values()], ({ count }) => count),
        byAgent: mostFirst([...this.#agents.values()], ({ made }) => made),
      },
      timeliness: {
        ...timeliness,
        byClock,
        byDepartment: mostFirst([...this.#departments.values()], ({ late }) => late),
        byOwner: mostFirst([...this.#owners.values()], ({ late }) => late),
      },
      demands: {
        ...demands,
        byCategory: mostFirst([...this.#categories.values()], ({ count }) => count),
        byTopic: mostFirst([...this.#topics.values()], ({ count }) => count),
      },
      satisfaction: {
        ...satisfaction,
        byRating: [...this.#ratings.values()],
        byDimension: [...this.#dimensions.values()],
      },
      cases: { ...cases, fastest: cases.fastest.toSorted((a, b) => a.ms - b.ms).slice(0, mostCases) },
    };
  }

  #addHandOff({ playbook }: Reviewed, { by, answer, reason, fields }: HandOff): void {
    const { handOffs } = this.#review;
    handOffs.made += 1;
    if (answer !== null) handOffs[answer] += 1;
    if (reason !== null) handOffs.byReason[reason] = (handOffs.byReason[reason] ?? 0) + 1;
    const id = playbook.source.id;
    for (const field of fields) entry(this.#fields, `${id} ${field}`, { playbook: id, field, count: 0 }).count += 1;
    if (by === null) return;
    const agent = entry(this.#agents, by, { staff: by, made: 0, inaccurate: 0 });
    agent.made += 1;
    if (reason === 'missing-field' || reason === 'wrong-category') agent.inaccurate += 1;
  }

  #addRuns(ticket: Reviewed, handOffs: readonly HandOff[]): void {
    const { facts, playbook } = ticket;
    for (const run of facts.clocks) {
      const outcome = outcomeOf(run);
      const clock = playbook.source.clocks.find(({ id }) => id === run.clock);
      if (outcome === null || !clock) continue;
      const id = playbook.source.id;
      const one = entry(this.#clocks, `${id} ${run.clock}`, {
        playbook: id,
        clock: run.clock,
        met: 0,
        late: 0,
        medianMs: null,
        spans: [] as number[],
      });
      one[outcome] += 1;
      if (run.stop !== null) one.spans.push(run.stop - run.start);
      if (clock.appraises !== 'department') continue;
      const department = departmentOf(ticket, handOffs, run);
      if (department !== null) entry(this.#departments, department, { department, met: 0, late: 0 })[outcome] += 1;
      const owner = ownerOf(ticket, run.subject);
      if (owner !== null) entry(this.#owners, owner, { staff: owner, met: 0, late: 0 })[outcome] += 1;
    }
  }

  #addDemand(ticket: Reviewed): void {
    const { facts, playbook } = ticket;
    const { byChannel } = this.#review.demands;
    byChannel[facts.channel] = (byChannel[facts.channel] ?? 0) + 1;
    const id = playbook.source.id;
    const { category } = facts;
    entry(this.#categories, `${id} ${category}`, { playbook: id, category, count: 0 }).count += 1;
    const topic = topicOf(ticket);
    if (topic === null) return;
    entry(this.#topics, `${id} ${category} ${topic}`, { playbook: id, category, topic, count: 0 }).count += 1;
  }

  #addSatisfaction(ticket: Reviewed): void {
    const { facts, playbook, events } = ticket;
    const { satisfaction } = this.#review;
    const id = playbook.source.id;
    satisfaction.reopened += facts.cycle - 1;
    // Each answer counts: second handling does not unsay what the customer said before it.
    for (const event of events) {
      if (event.type !== 'callback.made') continue;
      const { rating, isSatisfied, dimensions } = event.data;
      entry(this.#ratings, `${id} ${rating}`, { playbook: id, rating, count: 0, isSatisfied }).count += 1;
      for (const [dimension, given] of Object.entries(dimensions)) {
        entry(this.#dimensions, `${id} ${dimension} ${given}`, {
          playbook: id,
          dimension,
          rating: given,
          count: 0,
        }).count += 1;
      }
    }
    if (isMarked(ticket, 'praised')) {
      const { owner, registeredBy, id: ticketId, number } = facts;
      satisfaction.praised.push({ owner, registeredBy, ticket: ticketId, number });
    }
  }

  #addCases(ticket: Reviewed, handOffs: readonly HandOff[]): void {
    const { facts, playbook, events } = ticket;
    const { cases } = this.#review;
    const named = { ticket: facts.id, number: facts.number };
    const first = handOffs.find(({ answer }) => answer === 'accepted');
    if (playbook.greenLane(facts.priority) && first?.answeredAt != null) {
      cases.fastest = [...cases.fastest, { ...named, ms: first.answeredAt - first.at }]
        .toSorted((a, b) => a.ms - b.ms)
        .slice(0, mostCases);
    }
    const lacking = handOffs.find(({ reason }) => reason === 'missing-field');
    const isEscalated =
      lacking !== undefined && events.some(({ type, at }) => type === 'ticket.escalated' && at >= lacking.at);
    if (lacking && isEscalated) cases.escalatedAfterMissingField.push({ ...named, fields: [...lacking.fields] });
    if (isMarked(ticket, 'training-case')) cases.forTraining.push(named);
  }
}

function ownerOf({ facts }: Reviewed, subject: string | null): number | null {
  const [kind, id] = (subject ?? '').split(':');
  if (kind === 'task') return facts.coordination?.tasks.find((task) => task.id === Number(id))?.owner ?? null;
  return kind === 'letter' ? null : facts.owner;
}

function entry<K, V>(all: Map<K, V>, key: K, fresh: V): V {
  const known = all.get(key);
  if (known !== undefined) return known;
  all.set(key, fresh);
  return fresh;
}

function mostFirst<T>(all: T[], countOf: (one: T) => number): T[] {
  return all.toSorted((a, b) => countOf(b) - countOf(a));
}

/** Of an even number the lower one of the two in the middle. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function emptyReview(): Review {
  return {
    tickets: 0,
    handOffs: { made: 0, accepted: 0, declined: 0, bounced: 0, byReason: {}, byField: [], byAgent: [] },
    timeliness: { byClock: [], byDepartment: [], byOwner: [] },
    demands: { byCategory: [], byTopic: [], byChannel: {} },
    satisfaction: { byRating: [], byDimension: [], reopened: 0, praised: [] },
    cases: { fastest: [], escalatedAfterMissingField: [], forTraining: [] },
  };
}
