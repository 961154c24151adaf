import type { Letter } from '../../coordination/state.ts';
import { subjectOf } from '../../coordination/subjects.ts';
import type { FormDocument } from '../document.ts';
import { narrow, type Paper, sheet, wide } from './paper-context.ts';

/** A letter as it is printed, and as it is sent by e-mail. Neither names the customer: the receiver need not know who it is. */

const numberOf = ({ ticket }: Paper, { id }: Letter) => `${ticket.facts.number}-L${id}`;

/** Name, and the address where an answer arrives. */
const contactOf = ({ speech, context }: Paper, { contact }: Letter): string =>
  contact === null ? '' : [speech.staff(contact), context.directory.email(contact)].filter(Boolean).join(' ');

export function letterPaper(paper: Paper, letter: Letter): FormDocument {
  const { say, speech, words, party } = paper;
  const subject = subjectOf('letter', letter.id);
  const answer = letter.status === 'sent' ? '' : answerOf(paper, letter);
  const sections = [
    {
      heading: null,
      rows: [
        wide(say('to'), party(letter.party)),
        narrow(say('letterNumber'), numberOf(paper, letter)),
        narrow(say('sentAt'), speech.time(letter.at)),
        narrow(say('wantedBy'), speech.time(letter.wantedBy)),
        narrow(say('contact'), contactOf(paper, letter)),
        narrow(say('ticket'), paper.ticket.facts.number),
        narrow(say('ways'), letter.via.map((way) => say(`via.${way}`)).join(' / ')),
      ],
    },
    {
      heading: null,
      rows: [
        wide(say('background'), words(subject, 'background')),
        wide(say('demand'), words(subject, 'demand')),
        wide(say('answer'), answer === '' ? say('answerWanted') : answer),
      ],
    },
  ];
  const signatures = [
    { label: say('sender'), name: speech.staff(letter.contact), at: speech.time(letter.at) },
    { label: say('receiver'), name: null, at: null },
  ];
  return sheet(paper, `letter-${letter.id}`, say('letter'), numberOf(paper, letter), sections, signatures);
}

function answerOf({ say, speech, words }: Paper, { id, status, date, answeredAt }: Letter): string {
  const note = words(subjectOf('letter', id), 'note');
  return [
    [say(`letter.${status}`), speech.time(date)].filter((part) => part !== '').join(' '),
    note,
    speech.time(answeredAt),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

export type PaperMail = { subject: string; body: string };

const longestSubject = 40;

export function letterMail(paper: Paper, letter: Letter): PaperMail {
  const { say, speech, words, party, context } = paper;
  const subject = subjectOf('letter', letter.id);
  const number = numberOf(paper, letter);
  const demand = words(subject, 'demand');
  const background = words(subject, 'background');
  const first = demand.split('\n')[0] ?? '';
  const colon = context.language === 'en' ? ': ' : '：';
  const facts = [
    [say('letterNumber'), number],
    [say('wantedBy'), speech.time(letter.wantedBy)],
    [say('contact'), contactOf(paper, letter)],
  ].filter(([, value]) => value !== '');
  const body = [
    say('mail.greeting', { party: party(letter.party) }),
    ...(background === '' ? [] : [`${say('background')}${colon}\n${background}`]),
    `${say('demand')}${colon}\n${demand}`,
    facts.map(([label, value]) => `${label}${colon}${value}`).join('\n'),
    say('answerWanted'),
    say('mail.closing'),
    [speech.staff(letter.contact), context.directory.organisation].filter((part) => part !== '').join('\n'),
  ];
  return {
    subject: say('mail.subject', {
      number,
      what: first.length > longestSubject ? `${first.slice(0, longestSubject - 1)}…` : first,
    }).trim(),
    body: body.join('\n\n'),
  };
}
