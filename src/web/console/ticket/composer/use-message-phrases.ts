import { useQuery } from '@tanstack/react-query';
import { type PhraseLanguage, variablesIn } from '../../../../domain/phrase/render.ts';
import { isFor, situations } from '../../../../domain/phrase/situations.ts';
import type { InformKind } from '../../../../domain/ticket/events.ts';
import { queries } from '../../../api/queries.ts';
import { ticketValues } from '../../phrases/ticket-values.ts';
import { usePhrases } from '../../phrases/use-phrases.tsx';
import { useTicket } from '../ticket-context.tsx';

type Message = {
  areaId: string;
  text: string;
  kind: InformKind;
  /** Whether the writer chose the kind; one that was only guessed gives way to what the phrase is for. */
  isKindChosen: boolean;
  via: string;
  eta: string;
  change: (values: { message?: string; kind?: InformKind; eta?: string }) => void;
};

/** Phrases for a message to the customer. A time that comes with the phrase is promised by the message. */
export function useMessagePhrases({ areaId, text, kind, isKindChosen, via, eta, change }: Message) {
  const { detail } = useTicket();
  const valuesIn = useTicketValues(eta || futureOnly(detail.eta));
  return usePhrases({
    areaId,
    text,
    setText: (message) => change({ message }),
    wanted: {
      to: 'customer',
      kind,
      playbook: detail.playbook,
      category: detail.category,
      priority: detail.priority,
      channel: via,
    },
    valuesIn,
    onInserted: ({ situation, text: words }, before) => {
      const [first] = situations[situation].kinds;
      if (before.trim() === '' && !isKindChosen && first && !isFor(situation, kind)) change({ kind: first });
      const expected = futureOnly(detail.eta);
      const usesEta = variablesIn(words.zh || words.en).includes('eta');
      if (usesEta && eta === '' && expected !== '') change({ eta: expected });
    },
  });
}

/** Phrases for a note among colleagues. */
export function useNotePhrases(note: { areaId: string; text: string; setText: (text: string) => void }) {
  const { detail } = useTicket();
  const valuesIn = useTicketValues(futureOnly(detail.eta));
  const { playbook, category, priority } = detail;
  return usePhrases({ ...note, wanted: { to: 'colleague', playbook, category, priority }, valuesIn });
}

function useTicketValues(eta: string) {
  const { detail, playbook, me } = useTicket();
  const departments = useQuery(queries.departments()).data?.items ?? [];
  return (language: PhraseLanguage) => ticketValues({ detail, playbook, departments, me, eta }, language);
}

function futureOnly(eta: string | null): string {
  return eta !== null && Date.parse(eta) > Date.now() ? eta : '';
}
