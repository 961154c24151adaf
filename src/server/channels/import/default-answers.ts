import type { CompiledPlaybook } from '../../../domain/playbook/compile.ts';
import type { PlaybookField } from '../../../domain/playbook/schema.ts';
import { missingFields } from '../../../domain/ticket/answers.ts';
import type { Answers } from '../../../domain/ticket/events.ts';

/**
 * Answers with what an import says where neither the row nor the command line does, but the form must know. Contacts and numbers have
 * no default: they say who the customer is, and one for all would make all one customer.
 */
export function fillGaps(playbook: CompiledPlaybook, said: Answers): Answers {
  const form = playbook.firstForm;
  const fieldOf = (id: string) => form.fields.find((field) => field.id === id);
  const answers = { ...said };
  const channel = form.fields.find(({ binds }) => binds === 'channel');
  if (channel && answers[channel.id] === undefined) answers[channel.id] = channelFor(playbook, channel, said);
  for (const id of missingFields(form, answers)) {
    const field = fieldOf(id);
    const value = field ? valueFor(playbook, field) : null;
    if (value !== null) answers[id] = value;
  }
  return answers;
}

const unnamed = '未留姓名';
const asListed = '导入的清单如此注明';

function valueFor({ source }: CompiledPlaybook, field: PlaybookField): string | null {
  switch (field.binds) {
    case 'customer-name':
      return unnamed;
    case 'category':
      return (source.categories.find(({ id }) => id === 'other') ?? source.categories[0])?.id ?? null;
    case 'priority':
      return source.initialPriority;
    case 'priority-reason':
      return asListed;
    case 'customer-type':
      return source.customerTypes[0]?.id ?? null;
    default:
      return null;
  }
}

/** Channels meant for it first, then the first one that asks nothing for itself that is missing: nobody is there to be asked. */
function channelFor(playbook: CompiledPlaybook, channel: PlaybookField, said: Answers): string {
  const { fields } = playbook.firstForm;
  const ids = playbook.source.channels.map(({ id }) => id);
  const meant = ids.find((id) => id === 'transfer' || id === 'import');
  if (meant) return meant;
  const asks = (id: string) =>
    missingFields(playbook.firstForm, { ...said, [channel.id]: id }).some(
      (one) => fields.find((field) => field.id === one)?.requiredWhen?.field === channel.id,
    );
  return ids.find((id) => !asks(id)) ?? ids[0] ?? '';
}
