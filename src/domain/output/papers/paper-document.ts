import type { CompiledPlaybook } from '../../playbook/compile.ts';
import type { Binding } from '../../playbook/schema-form.ts';
import { Refusal } from '../../refusal.ts';
import { boundAnswer } from '../../ticket/describe.ts';
import type { OutputContext, OutputTicket } from '../context.ts';
import type { FormDocument } from '../document.ts';
import { formDocument } from '../form-document.ts';
import { plainText } from '../plain-text.ts';
import { handOffForm, handOffPost } from './hand-off-paper.ts';
import { letterMail, letterPaper, type PaperMail } from './letter-paper.ts';
import { meetingPaper } from './meeting-paper.ts';
import { type Paper, paperOf } from './paper-context.ts';
import { recordPaper } from './record-paper.ts';
import { solutionPaper } from './solution-paper.ts';

/** `mail`: the same as the text of an e-mail, for letters; `post`: as a message to the departments' group chat, for hand-offs. */
type PaperContent = { document: FormDocument; mail: PaperMail | null; post: string | null };

/**
 * What goes out between departments, by name: `letter-1`, `meeting-1`, `solution-2`, `coordination-record`. `mail`: the same as the text
 * of an e-mail, for letters. @throws Refusal paper.unknown
 */
export function paperDocument(
  ticket: OutputTicket,
  name: string,
  context: OutputContext,
  playbook: CompiledPlaybook,
): PaperContent {
  const paper = paperOf(ticket, context);
  if (name === 'coordination-record') {
    const said = (binding: Binding) =>
      ticket.text === null ? '' : plainText(boundAnswer(playbook, ticket.facts, ticket.text, binding));
    return { document: recordPaper(paper, said), mail: null, post: null };
  }
  if (name === 'hand-off') return handOff(paper, ticket, context, playbook);
  const [kind = '', number = ''] = name.split('-');
  const made = /^[1-9]\d{0,5}$/.test(number) ? itemPaper(paper, kind, Number(number)) : null;
  if (!made) throw new Refusal('paper.unknown', 'paper', { paper: name });
  return made;
}

function handOff(paper: Paper, ticket: OutputTicket, context: OutputContext, playbook: CompiledPlaybook): PaperContent {
  const form = handOffForm(playbook, ticket);
  if (!form) throw new Refusal('paper.unknown', 'paper', { paper: 'hand-off' });
  return { document: formDocument(ticket, form, context), mail: null, post: handOffPost(paper, form) };
}

function itemPaper(paper: Paper, kind: string, id: number): PaperContent | null {
  const { letters, meetings, rounds } = paper.underWay;
  const letter = kind === 'letter' ? letters.find((one) => one.id === id) : undefined;
  if (letter) return { document: letterPaper(paper, letter), mail: letterMail(paper, letter), post: null };
  const meeting = kind === 'meeting' ? meetings.find((one) => one.id === id) : undefined;
  if (meeting) return { document: meetingPaper(paper, meeting), mail: null, post: null };
  const round = kind === 'solution' ? rounds.find((one) => one.id === id) : undefined;
  return round ? { document: solutionPaper(paper, round), mail: null, post: null } : null;
}
