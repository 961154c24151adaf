import { solutionSubject } from '../../coordination/evolve-text.ts';
import type { SolutionRound } from '../../coordination/state.ts';
import type { FormDocument } from '../document.ts';
import { gridSection, narrow, type Paper, sheet, wide } from './paper-context.ts';

/** What, who, when and how, and what each party says of it. */
export function solutionPaper(paper: Paper, round: SolutionRound): FormDocument {
  const { say, speech, words, lines, party } = paper;
  const subject = solutionSubject(round.id);
  const what = lines(subject, 'what');
  const how = lines(subject, 'how');
  const sections = [
    {
      heading: null,
      rows: [
        narrow(say('ticket'), paper.ticket.facts.number),
        narrow(say('time'), speech.time(round.at)),
        narrow(speech.say('status'), say(`round.${round.status}`)),
        narrow(say('number'), say('round', { round: round.id })),
        wide(say('summary'), words(subject, 'summary')),
        ...(round.status === 'overruled' ? [wide(say('overruled'), words(subject, 'reason'))] : []),
      ],
    },
    ...gridSection(
      say('items'),
      [say('what'), say('who'), say('by'), say('how')],
      round.items.map(({ who, when }, index) => [what[index] ?? '', party(who), speech.time(when), how[index] ?? '']),
    ),
    ...gridSection(
      say('answers'),
      [say('party'), say('answer'), say('remark'), say('confirmation')],
      Object.entries(round.answers).map(([id, answer]) => [
        party(id),
        say(`answer.${answer}`),
        words(subject, `note ${id}`),
        '',
      ]),
    ),
  ];
  return sheet(paper, `solution-${round.id}`, say('solution'), paper.ticket.facts.number, sections, []);
}
