import { type ReactNode, useState } from 'react';
import { api, type PortalKey, type PortalView } from '../api.ts';
import { useSay } from '../language.ts';
import { Button, Notice } from '../parts.tsx';
import { Problem } from '../problem.tsx';

type Props = { access: PortalKey; canChase: boolean; onDone: (view: PortalView) => void };

/** 催办: once a visit is enough; the people in charge are told at once. */
export function Chase({ access, canChase, onDone }: Props): ReactNode {
  const say = useSay();
  const [isDone, setDone] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const chase = async () => {
    setBusy(true);
    setFailure(null);
    try {
      onDone(await api.chase(access));
      setDone(true);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  if (isDone) return <Notice tone="green">{say('chase.done')}</Notice>;
  if (!canChase) return null;
  return (
    <div className="chase">
      <p className="hint">{say('chase.hint')}</p>
      <Button isBusy={isBusy} busyText={say('chase.sending')} onClick={chase}>
        {say('chase.do')}
      </Button>
      {failure !== null && <Problem error={failure} />}
    </div>
  );
}
