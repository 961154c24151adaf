import { type ReactNode, useState } from 'react';
import type { PortalKey, PortalView } from '../api.ts';
import { keptKey } from '../keep.ts';
import { usePlace } from '../place.ts';
import { FollowForm } from './follow-form.tsx';
import { RequestPage } from './request-page.tsx';

/** Asks for number and contact, or shows the request that this tab remembers. */
export function FollowPage(): ReactNode {
  const { number } = usePlace();
  const [key, setKey] = useState<PortalKey | null>(() => kept(number));
  const [view, setView] = useState<PortalView | null>(null);
  const open = (found: PortalView, opened: PortalKey) => {
    keptKey.write(opened);
    setView(found);
    setKey(opened);
  };
  const leave = () => {
    keptKey.write(null);
    setView(null);
    setKey(null);
  };
  if (key) return <RequestPage key={key.number} access={key} first={view} onLeave={leave} />;
  return <FollowForm number={number} onFound={open} />;
}

/** A link with another number than the kept one asks anew. */
function kept(number: string): PortalKey | null {
  const key = keptKey.read();
  return key && (number === '' || number === key.number) ? key : null;
}
