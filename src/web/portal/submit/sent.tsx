import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PortalKey } from '../api.ts';
import { SentFiles } from '../files/sent-files.tsx';
import { useSay } from '../language.ts';
import { Button } from '../parts.tsx';
import { go } from '../place.ts';

type Props = { sent: PortalKey; files: readonly File[]; onAgain: () => void };

/** The number, large enough to be written down or photographed. */
export function Sent({ sent, files, onAgain }: Props): ReactNode {
  const say = useSay();
  const [isCopied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = () =>
    navigator.clipboard?.writeText(sent.number).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section className="card narrow centred">
      <Tick />
      <h1 className="title" tabIndex={-1} ref={heading}>
        {say('sent.title')}
      </h1>
      <p className="lead">{say('sent.lead')}</p>
      <p className="number" data-testid="number">
        {sent.number}
      </p>
      {navigator.clipboard && (
        <Button onClick={copy} aria-live="polite">
          {say(isCopied ? 'sent.copied' : 'sent.copy')}
        </Button>
      )}
      <p className="how">{say('sent.how', { contact: sent.contact })}</p>
      {files.length > 0 && <SentFiles access={sent} files={files} />}
      <div className="actions">
        <Button tone="primary" onClick={() => go('follow')}>
          {say('sent.follow')}
        </Button>
        <Button onClick={onAgain}>{say('sent.again')}</Button>
      </div>
    </section>
  );
}

export function Tick(): ReactNode {
  return (
    <svg className="tick" viewBox="0 0 48 48" width="56" height="56" aria-hidden="true">
      <circle cx="24" cy="24" r="22" fill="var(--hy-green-bg)" stroke="var(--hy-green-line)" strokeWidth="2" />
      <path
        d="M15 24.5l6.2 6.2L33.5 18"
        fill="none"
        stroke="var(--hy-green-text)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
