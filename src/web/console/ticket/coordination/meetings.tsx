import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MeetingView } from '../../../../contract/coordination.ts';
import { queries } from '../../../api/queries.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { useNow } from '../../../ui/now.ts';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import { Begin, Group, type PartProps } from './group.tsx';
import { Item, ItemActions, type Tone } from './item.tsx';
import { CalendarFile, PaperLink } from './paper-links.tsx';
import { coordinationTexts } from './texts.ts';
import { useParties } from './use-parties.ts';

export function Meetings(props: PartProps): ReactNode {
  const { coordination } = props;
  return (
    <Group
      name="meetings"
      begin={<Begin {...props} command="call-meeting" />}
      items={coordination.meetings.map((meeting) => ({
        isOver: meeting.status !== 'called',
        node: <MeetingItem key={meeting.id} meeting={meeting} {...props} />,
      }))}
    />
  );
}

const tones: Record<MeetingView['status'] | 'unminuted', Tone> = {
  called: 'goes',
  unminuted: 'waits',
  held: 'good',
  cancelled: 'over',
};

function MeetingItem({ meeting, coordination, onAsk }: PartProps & { meeting: MeetingView }): ReactNode {
  const t = useTexts(coordinationTexts);
  const now = useNow();
  const { playbook } = useTicket();
  const names = useNamesOf(playbook);
  const { nameOf } = useParties(coordination);
  const isOver = meeting.status === 'called' && Date.parse(meeting.until) < now;
  const status = isOver ? 'unminuted' : meeting.status;
  const unreached = useWithoutEmail(meeting);
  const hasBegun = Date.parse(meeting.at) <= now;
  return (
    <Item
      mark={`M${meeting.id}`}
      title={meeting.topic}
      status={{ label: t(`meeting.${status}`), tone: tones[status] }}
      subject={`meeting:${meeting.id}`}
      facts={[
        {
          label: t('fact.when'),
          value: t('fact.span', { from: names.time(meeting.at), to: names.time(meeting.until) }),
        },
        meeting.place === '' ? null : { label: t('fact.place'), value: meeting.place },
        { label: t('fact.minutesTaker'), value: names.staff(meeting.minutesTaker) },
        {
          label: t('fact.people'),
          value: names.list([...meeting.staff.map(names.staff), ...meeting.parties.map(nameOf)]),
        },
        unreached.length === 0
          ? null
          : { label: t('fact.withoutEmail'), value: names.list(unreached.map(names.staff)) },
      ]}
      said={[
        { label: t('said.agenda'), text: meeting.agenda },
        { label: t('said.bring'), text: meeting.status === 'called' ? meeting.bring : '' },
        { label: t('said.background'), text: meeting.background },
        { label: t('said.statements'), text: meeting.statements },
        { label: t('said.decisions'), text: meeting.decisions },
        { label: t('said.reason'), text: meeting.reason },
      ]}
      actions={
        <>
          <ItemActions
            // Minutes of a meeting that has not begun are refused.
            may={meeting.may.filter((name) => name !== 'record-minutes' || hasBegun)}
            item={meeting.id}
            onAsk={onAsk}
          />
          {meeting.status === 'held' ? null : (
            <CalendarFile meeting={meeting.id} isCancelled={meeting.status === 'cancelled'} />
          )}
          <PaperLink paper={`meeting-${meeting.id}`} label={meeting.status === 'held' ? 'minutes' : 'invitation'} />
        </>
      }
    />
  );
}

/** Who is in the calendar file by name alone, while it is still of use. */
function useWithoutEmail({ status, staff, minutesTaker }: MeetingView): number[] {
  const known = useQuery(queries.staff()).data?.items ?? [];
  if (status !== 'called') return [];
  const without = new Set(known.filter(({ email }) => email === null).map(({ id }) => id));
  return [...new Set([...staff, minutesTaker])].filter((id) => without.has(id));
}
