import { type ReactNode, useMemo } from 'react';
import { diffPlaybooks, type PlaybookChange } from '../../../../domain/playbook/diff.ts';
import { diffLines } from '../../../../domain/playbook/line-diff.ts';
import type { Playbook } from '../../../../domain/playbook/schema.ts';
import { parsePlaybook } from '../../../../domain/playbook/source.ts';
import { DiffView } from '../diff/diff-view.tsx';
import styles from './editor.module.css';
import type { Editor } from './use-editor.ts';

type Props = { editor: Pick<Editor, 'source' | 'playbook'>; baseSource: string };

/** What the draft changes of the version that it was begun from. */
export function DraftChanges({ editor: { source, playbook }, baseSource }: Props): ReactNode {
  const changes = useChanges(baseSource, playbook);
  const lines = useMemo(() => diffLines(baseSource, source), [baseSource, source]);
  return (
    <div className={styles.side}>
      <DiffView changes={playbook === null ? null : changes} lines={lines} />
    </div>
  );
}

export function useChanges(baseSource: string, playbook: Playbook | null): PlaybookChange[] {
  return useMemo(() => {
    const base = parsePlaybook(baseSource);
    return playbook && !base.problems ? diffPlaybooks(base.playbook, playbook) : [];
  }, [baseSource, playbook]);
}
