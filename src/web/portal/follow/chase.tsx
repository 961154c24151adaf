import { type ReactNode, useState } from 'react';
import { api, type PortalKey, type PortalView } from '../api.ts';
import { useSay } from '../language.ts';
import { Button, Notice } from '../parts.tsx';
import { Problem } from '../problem.tsx';
import { exactTime } from './use-moment.ts';

type Props = {
  access: PortalKey;
  view: Pick<PortalView, 'canChase' | 'chaseAnswerBy'>;
  onDone: (view: PortalView) => void;
};

/** 催办: the people in charge are told at once, and the customer by when somebody answers, now and on coming back. */
export function Chase({ access, view, onDone }: Props): ReactNode {
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
  const answerBy = view.chaseAnswerBy;
  const isLate = answerBy !== null && Date.parse(answerBy) < Date.now();
  const told = answerBy !== null ? <AnswerBy at={answerBy} isLate={isLate} /> : null;
  if (!view.canChase && isDone) return told ?? <Notice tone="green">{say('chase.done')}</Notice>;
  // While an answer is promised there is nothing to ask again.
  if (!view.canChase || (told && !isLate)) return told;
  return (
    <div className="chase">
      {told}
      <p className="hint">{say('chase.hint')}</p>
      <Button isBusy={isBusy} busyText={say('chase.sending')} onClick={chase}>
        {say('chase.do')}
      </Button>
      {failure !== null && <Problem error={failure} />}
    </div>
  );
}

function AnswerBy({ at, isLate }: { at: string; isLate: boolean }): ReactNode {
  const say = useSay();
  return (
    <Notice tone={isLate ? 'amber' : 'green'}>
      {say(isLate ? 'chase.late' : 'chase.doneBy', { at: exactTime(at) })}
    </Notice>
  );
}
