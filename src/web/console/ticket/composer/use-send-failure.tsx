import { type ReactNode, useRef, useState } from 'react';
import { ChangesSince } from '../actions/changes-since.tsx';
import { isConflict } from '../actions/is-conflict.ts';
import { useTicket } from '../ticket-context.tsx';

/** What to show when something written was not taken: a conflict with what changed in place, anything else as said. */
export function useSendFailure(error: Error | null, say: (error: unknown) => void) {
  const { detail } = useTicket();
  const [seen, setSeen] = useState(detail.version);
  const latest = useRef(detail.version);
  const hasConflict = isConflict(error);
  if (!hasConflict) latest.current = detail.version;
  const onError = (failed: Error) => {
    setSeen(latest.current);
    if (!isConflict(failed)) say(failed);
  };
  const notice: ReactNode = hasConflict ? <ChangesSince version={seen} isConflict /> : null;
  return { onError, notice };
}
