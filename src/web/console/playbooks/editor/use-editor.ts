import { useQuery } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { PlaybookProblem, StudioView } from '../../../../contract/studio.ts';
import { editYaml, type YamlEdit } from '../../../../domain/playbook/edit-yaml.ts';
import type { Playbook } from '../../../../domain/playbook/schema.ts';
import { parsePlaybook } from '../../../../domain/playbook/source.ts';
import { type PlacedProblem, readYaml } from '../../../../domain/playbook/yaml.ts';
import { call } from '../../../api/client.ts';

export type Editor = {
  source: string;
  setSource: (source: string) => void;
  edit: (change: YamlEdit) => void;
  /** As far as the text can be read. */
  value: unknown;
  /** Once nothing is wrong in it. */
  playbook: Playbook | null;
  problems: readonly PlacedProblem[];
  isChecking: boolean;
  isChanged: boolean;
  /** What was kept last, so that leaving can be told from losing. */
  markSaved: (source: string) => void;
};

const restMs = 600;

/** The text, what it says and what is wrong in it, checked as it is typed by the same functions as at publication. */
export function useEditor(first: string): Editor {
  const [source, setSource] = useState(first);
  const [saved, setSaved] = useState(first);
  const settled = useDeferredValue(source);
  const read = useMemo(() => readYaml(settled), [settled]);
  const parsed = useMemo(() => parsePlaybook(settled), [settled]);
  const organisation = useOrganisationProblems(settled, parsed.problems === undefined);
  const edit = useCallback((change: YamlEdit) => setSource((before) => editYaml(before, change)), []);
  return {
    source,
    setSource,
    edit,
    value: read.problems ? null : read.value,
    playbook: parsed.problems ? null : parsed.playbook,
    problems: parsed.problems ?? organisation.problems,
    isChecking: organisation.isChecking,
    isChanged: source !== saved,
    markSaved: setSaved,
  };
}

/** What only the server knows: whether departments have contacts and roles are held. Asked once the text itself is right. */
function useOrganisationProblems(source: string, isRight: boolean): { problems: PlacedProblem[]; isChecking: boolean } {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    if (!isRight) return;
    const timer = setTimeout(() => setAsked(source), restMs);
    return () => clearTimeout(timer);
  }, [source, isRight]);
  const check = useQuery({
    queryKey: ['studio', 'validate', asked],
    queryFn: ({ signal }) => call('validatePlaybook', { body: { source: asked }, signal }),
    enabled: isRight && asked !== '',
    staleTime: 30_000,
    placeholderData: (before) => before,
  });
  const problems = useMemo(() => (check.data?.problems ?? []).map(placedOf), [check.data]);
  return { problems: isRight ? problems : [], isChecking: isRight && (asked !== source || check.isFetching) };
}

function placedOf({ path, line, column, message, remedy, nearest }: PlaybookProblem): PlacedProblem {
  return {
    path,
    place: { line, column },
    message: message.en,
    remedy: remedy.en,
    zh: { message: message.zh, remedy: remedy.zh },
    ...(nearest !== null && { nearest }),
  };
}

/** What the draft is built on: the version that it was begun from, which is to be compared with. */
export function baseOf({ draft, version }: StudioView): number | null {
  return draft ? draft.baseVersion : version;
}
