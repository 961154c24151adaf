import { type ReactNode, useState } from 'react';
import type { PortalDoor, PortalKey } from '../api.ts';
import { keptKey } from '../keep.ts';
import { useSay } from '../language.ts';
import { HowItGoes } from './how-it-goes.tsx';
import { RequestForm } from './request-form.tsx';
import { Sent } from './sent.tsx';

export function SubmitPage({ door }: { door: PortalDoor }): ReactNode {
  const say = useSay();
  const [sent, setSent] = useState<{ key: PortalKey; files: File[] } | null>(null);
  if (sent) return <Sent sent={sent.key} files={sent.files} onAgain={() => setSent(null)} />;
  const remember = (key: PortalKey, files: File[]) => {
    keptKey.write(key);
    setSent({ key, files });
    scrollTo({ top: 0 });
  };
  return (
    <div className="twoColumns">
      <section className="card">
        <h1 className="title">{say('submit.title')}</h1>
        <p className="lead">{say('submit.lead')}</p>
        <RequestForm door={door} onSent={remember} />
      </section>
      <HowItGoes />
    </div>
  );
}
