import type { ReactNode } from 'react';
import type { PortalKey, PortalView } from '../api.ts';
import { FileList } from '../files/file-list.tsx';
import { useSay } from '../language.ts';
import { exactTime, useMoment } from './use-moment.ts';

/** What was said, oldest first, beginning with the request itself. */
export function Conversation({ view, access }: { view: PortalView; access: PortalKey }): ReactNode {
  const say = useSay();
  return (
    <ol className="talk">
      <Said from="customer" at={view.receivedAt} text={view.description} label={say('request.description')} />
      {view.messages.map((message) => (
        <Said
          key={`${message.at} ${message.from} ${message.message} ${message.attachments[0]?.id}`}
          from={message.from}
          at={message.at}
          text={textOf(message) ?? say(message.from === 'noted' ? 'request.noted' : 'chase.said')}
        >
          <FileList access={access} files={message.attachments} />
        </Said>
      ))}
      {view.messages.every((message) => message.from !== 'team') && <li className="nothing">{say('request.empty')}</li>}
    </ol>
  );
}

type Message = PortalView['messages'][number];

/** Files need no words; a message with neither is a reminder. */
function textOf({ message, attachments }: Message): string | null {
  return message.trim() === '' && attachments.length === 0 ? null : message;
}

type SaidProps = { from: Message['from']; at: string; text: string; label?: string; children?: ReactNode };

function Said({ from, at, text, label, children }: SaidProps): ReactNode {
  const say = useSay();
  const moment = useMoment();
  return (
    <li className={`said ${from}`}>
      <p className="saidBy">
        {label ?? say(from === 'customer' ? 'request.you' : 'request.team')}
        <time dateTime={at} title={exactTime(at)}>
          {moment(at)}
        </time>
      </p>
      {text === '' ? null : <p className="saidText">{text}</p>}
      {children}
    </li>
  );
}
