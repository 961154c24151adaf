import type { Bilingual } from '../playbook/schema-parts.ts';
import type { ClockRun } from '../ticket/state.ts';
import type { OutputContext, OutputTicket } from './context.ts';
import type { ArchiveDocument, DocumentRow, DocumentSection, FormDocument } from './document.ts';
import { formDocument, printedForms } from './form-document.ts';
import { fillText } from './language.ts';
import { plainText } from './plain-text.ts';
import { type Speech, speechOf } from './speech.ts';
import { clockNames, dismissNames, statusNames, targetName, word } from './words.ts';

/** Everything kept under a ticket's number: a cover with its promises, then every printed form. */
export function archiveDocument(ticket: OutputTicket, context: OutputContext): ArchiveDocument {
  const speech = speechOf(context, ticket.customer.isErased);
  const forms = printedForms(context).map((form) => formDocument(ticket, form, context));
  const cover: DocumentSection[] = [
    { heading: speech.say('overview'), rows: overviewRows(ticket, context, speech) },
    promiseSection(ticket.facts.clocks, context, speech),
    contentsSection(forms, speech),
  ];
  return {
    title: speech.say('archive'),
    number: plainText(ticket.facts.number),
    organisation: plainText(context.directory.organisation),
    cover: cover.filter((section) => section.rows.length > 0),
    forms,
    printedAt: speech.time(context.now),
  };
}

function overviewRows({ facts, customer }: OutputTicket, context: OutputContext, speech: Speech): DocumentRow[] {
  const { name, version } = context.playbook;
  const rows: [string, string][] = [
    [speech.say('number'), plainText(facts.number)],
    [speech.say('playbook'), speech.name(versionName(name, version))],
    [speech.say('customer'), customer.isErased ? speech.say('erased') : plainText(customer.name)],
    [speech.say('customerType'), speech.customerType(customer.type)],
    [speech.say('channel'), speech.channel(facts.channel)],
    [speech.say('status'), speech.name(statusNames[facts.status])],
    [speech.say('category'), speech.category(facts.category)],
    [speech.say('priority'), speech.priority(facts.priority)],
    [speech.say('department'), speech.department(facts.department)],
    [speech.say('owner'), speech.staff(facts.owner)],
    [speech.say('receivedAt'), speech.time(facts.receivedAt)],
    [speech.say('resolvedAt'), speech.time(facts.resolvedAt)],
    [speech.say('closedAt'), speech.time(facts.closedAt)],
    [speech.say('cycles'), String(facts.cycle)],
    [speech.say('rating'), speech.rating(facts.rating)],
    [speech.say('dismissed'), facts.dismissed ? speech.name(dismissNames[facts.dismissed]) : ''],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value, isWide: false }));
}

function versionName(name: Bilingual, version: number): Bilingual {
  const { zh, en } = word('version');
  return { zh: fillText(zh, { name: name.zh, version }), en: fillText(en, { name: name.en, version }) };
}

function promiseSection(clocks: readonly ClockRun[], context: OutputContext, speech: Speech): DocumentSection {
  const rows = clocks
    .filter((run) => (run.target !== null || run.due !== null) && run.status !== 'cancelled')
    .map((run) => [
      clockName(run, context, speech),
      run.target === null ? '' : speech.name(targetName(run.target, clockTime(run, context))),
      speech.time(run.start),
      speech.time(run.due),
      speech.time(run.stop),
      speech.name(clockNames[run.breachedAt !== null && run.stop === null ? 'breached' : run.status]),
    ]);
  const columns = (['promise', 'target', 'start', 'due', 'stop', 'result'] as const).map((key) => speech.say(key));
  return {
    heading: speech.say('promises'),
    rows: rows.length === 0 ? [] : [{ label: '', value: { kind: 'grid', columns, rows }, isWide: true }],
  };
}

function contentsSection(forms: readonly FormDocument[], speech: Speech): DocumentSection {
  const rows = forms.map((form, index) => {
    const filler = form.signatures[0];
    return [`${index + 1}. ${form.title}`, filler?.name ?? '', filler?.at ?? speech.say('empty')];
  });
  const columns = (['contents', 'filledBy', 'time'] as const).map((key) => speech.say(key));
  return {
    heading: speech.say('contents'),
    rows: [{ label: '', value: { kind: 'grid', columns, rows }, isWide: true }],
  };
}

function clockName(run: ClockRun, context: OutputContext, speech: Speech): string {
  const clock = context.playbook.clocks.find((one) => one.id === run.clock);
  const name = clock ? speech.name(clock.name) : run.clock;
  return run.cycle > 1 ? `${name} (${run.cycle})` : name;
}

function clockTime(run: ClockRun, context: OutputContext): 'wall' | 'working' {
  return context.playbook.clocks.find((one) => one.id === run.clock)?.time ?? 'wall';
}
