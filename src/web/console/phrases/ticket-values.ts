import type { Names } from '../../../contract/common.ts';
import type { MeView } from '../../../contract/organisation.ts';
import type { TicketDetail } from '../../../contract/ticket.ts';
import type { PhraseLanguage, PhraseValues } from '../../../domain/phrase/render.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { languageTags } from '../../i18n/language.ts';
import { fullTime } from '../../ui/spans.ts';

type Known = {
  detail: Pick<TicketDetail, 'customerName' | 'number' | 'subject' | 'category' | 'priority' | 'stage' | 'department'>;
  playbook: Pick<Playbook, 'categories' | 'priorities' | 'stages'>;
  departments: readonly { code: string; name: Names }[];
  me: Pick<MeView, 'name' | 'organisation'>;
  /** ISO; empty when no time is promised. */
  eta: string;
};

/** What a ticket knows for the variables of a phrase, in the phrase's language, which need not be that of the page. */
export function ticketValues(
  { detail, playbook, departments, me, eta }: Known,
  language: PhraseLanguage,
): PhraseValues {
  const nameOf = (options: readonly { id: string; name: Names }[], id: string | null) =>
    options.find((one) => one.id === id)?.name[language];
  return {
    customerName: detail.customerName,
    ticketNumber: detail.number,
    subject: detail.subject,
    category: nameOf(playbook.categories, detail.category),
    priority: nameOf(playbook.priorities, detail.priority),
    stage: nameOf(playbook.stages, detail.stage),
    department: departments.find((one) => one.code === detail.department)?.name[language],
    eta: eta === '' ? undefined : etaText(eta, language),
    agentName: me.name,
    organisation: me.organisation,
  };
}

export function etaText(eta: string, language: PhraseLanguage): string {
  return fullTime(Date.parse(eta), languageTags[language], false);
}
