import { solutionSubject } from '../../coordination/evolve-text.ts';
import { subjectOf } from '../../coordination/subjects.ts';
import type { Binding } from '../../playbook/schema-form.ts';
import type { DocumentSection, FormDocument } from '../document.ts';
import { plainText } from '../plain-text.ts';
import { gridSection, narrow, type Paper, sheet, wide } from './paper-context.ts';

/** The coordination record of one event: customers, problem, parties, decisions, follow-up. `said`: what the ticket's forms say of it. */
export function recordPaper(paper: Paper, said: (binding: Binding) => string): FormDocument {
  const { say, speech, ticket } = paper;
  const { facts, customer } = ticket;
  const head: DocumentSection = {
    heading: null,
    rows: [
      narrow(say('event'), plainText(facts.number)),
      narrow(speech.say('receivedAt'), speech.time(facts.receivedAt)),
      wide(say('customers'), customer.isErased ? speech.say('erased') : customersOf(customer.name, said)),
      narrow(speech.say('category'), speech.category(facts.category)),
      narrow(speech.say('priority'), speech.priority(facts.priority)),
      narrow(speech.say('department'), speech.department(facts.department)),
      wide(say('problem'), customer.isErased ? speech.say('erased') : said('description')),
    ],
  };
  const sections = [head, ...partiesOf(paper), ...contactsOf(paper), ...lettersOf(paper), ...meetingsOf(paper)];
  const recorder = { label: say('recorder'), name: speech.staff(facts.registeredBy) || null, at: null };
  const all = [...sections, ...solutionsOf(paper), ...tasksOf(paper), ...retrospective(paper, said)];
  return sheet(paper, 'coordination-record', say('record'), facts.number, all, [
    recorder,
    { label: speech.say('reviewedBy'), name: null, at: null },
  ]);
}

/** Whose ticket it is, and who else is said to be hit. */
function customersOf(name: string, said: (binding: Binding) => string): string {
  return [plainText(name), said('others-involved')].filter((part) => part !== '').join('\n');
}

function retrospective({ say }: Paper, said: (binding: Binding) => string): DocumentSection[] {
  return [{ heading: null, rows: [wide(say('retrospective'), said('retrospective'))] }];
}

function partiesOf({ say, underWay, words, party, contact }: Paper): DocumentSection[] {
  const rows = underWay.parties.map(({ id, role }) => [
    [party(id), contact(id)].filter((part) => part !== '').join('\n'),
    say(`role.${role}`),
    words(subjectOf('party', id), 'why'),
  ]);
  return gridSection(say('parties'), [say('party'), say('role'), say('why')], rows);
}

function contactsOf({ say, speech, ticket, party }: Paper): DocumentSection[] {
  const rows = ticket.events.flatMap((event) =>
    event.type === 'contact.noted'
      ? [
          [
            speech.time(event.at),
            party(event.data.party),
            speech.channel(event.data.via),
            speech.said(event.text, 'outcome'),
          ],
        ]
      : [],
  );
  return gridSection(say('contacts'), [say('time'), say('party'), speech.say('via'), say('result')], rows);
}

function lettersOf({ say, speech, underWay, words, party }: Paper): DocumentSection[] {
  const rows = underWay.letters.map((letter) => {
    const subject = subjectOf('letter', letter.id);
    const answer = [say(`letter.${letter.status}`), speech.time(letter.date), words(subject, 'note')];
    return [
      `L${letter.id}`,
      party(letter.party),
      words(subject, 'demand'),
      speech.time(letter.wantedBy),
      answer.filter((part) => part !== '').join('\n'),
    ];
  });
  return gridSection(say('letters'), [say('number'), say('to'), say('demand'), say('wantedBy'), say('answer')], rows);
}

function meetingsOf({ say, speech, underWay, words, lines }: Paper): DocumentSection[] {
  const rows = underWay.meetings
    .filter(({ status }) => status !== 'cancelled')
    .map(({ id, at }) => {
      const subject = subjectOf('meeting', id);
      return [`M${id}`, speech.time(at), words(subject, 'topic'), numbered(lines(subject, 'decisions'))];
    });
  return gridSection(say('meetings'), [say('number'), say('time'), say('topic'), say('decisions')], rows);
}

const numbered = (lines: readonly string[]): string => lines.map((line, index) => `${index + 1}. ${line}`).join('\n');

function solutionsOf({ say, underWay, words, party }: Paper): DocumentSection[] {
  const rows = underWay.rounds.map(({ id, status, answers }) => {
    const said = Object.entries(answers).map(([who, answer]) => `${party(who)} ${say(`answer.${answer}`)}`);
    return [
      say('round', { round: id }),
      words(solutionSubject(id), 'summary'),
      say(`round.${status}`),
      said.join('\n'),
    ];
  });
  return gridSection(say('solutions'), [say('number'), say('summary'), say('status'), say('answers')], rows);
}

function tasksOf({ say, speech, underWay, words }: Paper): DocumentSection[] {
  const rows = underWay.tasks.map((task) => {
    const subject = subjectOf('task', task.id);
    return [
      `T${task.id}`,
      words(subject, 'what'),
      [speech.department(task.department), speech.staff(task.owner)].filter((part) => part !== '').join(' '),
      speech.time(task.due ?? task.eta),
      [say(`task.${task.status}`), words(subject, 'result')].filter((part) => part !== '').join('\n'),
    ];
  });
  return gridSection(say('followUp'), [say('number'), say('what'), say('owner'), say('by'), say('status')], rows);
}
