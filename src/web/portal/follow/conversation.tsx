import type { ReactNode } from 'react';
import type { PortalView } from '../api.ts';
import { useSay } from '../language.ts';
import { exactTime, useMoment } from './use-moment.ts';

/** What was said, oldest first, beginning with the request itself. */
export function Conversation({ view }: { view: PortalView }): ReactNode {
  const say = useSay();
  return (
    <ol className="talk">
      <Said from="customer" at={view.receivedAt} text={view.description} label={say('request.description')} />
      {view.messages.map((message) => (
        <Said
          key={`${message.at} ${message.from} ${message.message}`}
          from={message.from}
          at={message.at}
          text={message.message.trim() === '' ? say('chase.said') : message.message}
        />
      ))}
      {view.messages.every((message) => message.from === 'customer') && (
        <li className="nothing">{say('request.empty')}</li>
      )}
    </ol>
  );
}

type SaidProps = { from: 'customer' | 'team'; at: string; text: string; label?: string };

function Said({ from, at, text, label }: SaidProps): ReactNode {
  const say = useSay();
  const moment = useMoment();
  return (
    <li className={`said ${from}`}>
      <p className="saidBy">
        {label ?? say(from === 'team' ? 'request.team' : 'request.you')}
        <time dateTime={at} title={exactTime(at)}>
          {moment(at)}
        </time>
      </p>
      <p className="saidText">{text}</p>
    </li>
  );
}
