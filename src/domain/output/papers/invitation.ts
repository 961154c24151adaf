import type { Meeting } from '../../coordination/state.ts';
import { subjectOf } from '../../coordination/subjects.ts';
import type { OutputContext, OutputTicket } from '../context.ts';
import { type Paper, paperOf } from './paper-context.ts';

/**
 * A meeting as an iCalendar object (RFC 5545, RFC 5546): REQUEST to put it into a calendar, CANCEL to take it out again. Only written,
 * never read. Times are UTC, so no time zone has to be described.
 */
export function invitationOf(ticket: OutputTicket, meeting: Meeting, context: OutputContext): string {
  const paper = paperOf(ticket, context);
  const isCancelled = meeting.status === 'cancelled';
  const subject = subjectOf('meeting', meeting.id);
  const number = `${ticket.facts.number}-M${meeting.id}`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Huiyin//Coordination//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${isCancelled ? 'CANCEL' : 'REQUEST'}`,
    'BEGIN:VEVENT',
    `UID:${uidOf(number)}`,
    `SEQUENCE:${isCancelled ? 1 : 0}`,
    `DTSTAMP:${instant(context.now)}`,
    `DTSTART:${instant(meeting.at)}`,
    `DTEND:${instant(meeting.until)}`,
    `SUMMARY:${escaped(paper.words(subject, 'topic') || number)}`,
    ...property('LOCATION', paper.words(subject, 'place')),
    ...property('DESCRIPTION', description(paper, meeting, number)),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `ORGANIZER;${person(paper, meeting.calledBy ?? meeting.minutesTaker)}`,
    ...[...new Set([...meeting.staff, meeting.minutesTaker])].map(
      (id) => `ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE;${person(paper, id)}`,
    ),
    ...(isCancelled ? [] : alarm(paper.words(subject, 'topic') || number)),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** The number of a meeting is never given twice, so that calendars know it again. */
const uidOf = (number: string): string => `${number}@huiyin.invalid`;

/**
 * Name and address. A calendar user has to have an address (RFC 5545, 3.3.3): whoever gave none stands under the reserved domain (RFC 2606), where
 * no mail can arrive, and servers are told not to try (RFC 6638, 7.1).
 */
function person({ speech, context }: Paper, staff: number): string {
  const name = `CN=${parameter(speech.staff(staff))}`;
  const email = context.directory.email(staff);
  return email === null
    ? `${name};SCHEDULE-AGENT=NONE:mailto:staff-${staff}@huiyin.invalid`
    : `${name}:mailto:${email}`;
}

function alarm(topic: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(topic)}`, 'TRIGGER:-PT15M', 'END:VALARM'];
}

function description({ say, words, lines, speech, context }: Paper, meeting: Meeting, number: string): string {
  const subject = subjectOf('meeting', meeting.id);
  const colon = context.language === 'en' ? ': ' : '：';
  const agenda = lines(subject, 'agenda').map((line, index) => `${index + 1}. ${line}`);
  const bring = words(subject, 'bring');
  const reason = words(subject, 'reason');
  return [
    ...(agenda.length === 0 ? [] : [`${say('agenda')}${colon}`, ...agenda]),
    ...(bring === '' ? [] : [`${say('bring')}${colon}${bring}`]),
    `${say('takesMinutes')}${colon}${speech.staff(meeting.minutesTaker)}`,
    ...(reason === '' ? [] : [`${speech.say('reason')}${colon}${reason}`]),
    `${say('ticket')}${colon}${number}`,
  ].join('\n');
}

const property = (name: string, text: string): string[] => (text === '' ? [] : [`${name}:${escaped(text)}`]);

/** DATE-TIME in form 2, UTC (RFC 5545, 3.3.5). */
const instant = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

/** TEXT (RFC 5545, 3.3.11). */
export function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

/** A quoted parameter value: it can hold neither quotes nor control characters, and is encoded as RFC 6868 says. */
export function parameter(text: string): string {
  const encoded = text.replaceAll('^', '^^').replaceAll('"', "^'").replaceAll('\n', '^n');
  return `"${encoded}"`;
}

const mostOctets = 75;

/** Lines of at most 75 octets, never parted within a character; what follows begins with a space (RFC 5545, 3.1). */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const more = octetsOf(sign);
    if (octets + more > mostOctets) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += sign;
    octets += more;
  }
  return [...parts, part].join('\r\n');
}

function octetsOf(sign: string): number {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
