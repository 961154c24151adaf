import { type ReactNode, useRef, useState } from 'react';
import { ApiProblem } from '../../../api/api-problem.ts';
import { ChangesSince } from '../actions/changes-since.tsx';
import { useTicket } from '../ticket-context.tsx';

/** What to show when something written was not taken: a conflict with what changed in place, anything else as said. */
export function useSendFailure(error: Error | null, say: (error: unknown) => void) {
  const { detail } = useTicket();
  const [seen, setSeen] = useState(detail.version);
  const latest = useRef(detail.version);
  const isConflict = error instanceof ApiProblem && error.status === 409;
  if (!isConflict) latest.current = detail.version;
  const onError = (failed: Error) => {
    setSeen(latest.current);
    if (!(failed instanceof ApiProblem && failed.status === 409)) say(failed);
  };
  const notice: ReactNode = isConflict ? <ChangesSince version={seen} isConflict /> : null;
  return { onError, notice };
}
