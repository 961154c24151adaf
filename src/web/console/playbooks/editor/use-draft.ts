import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { StudioView } from '../../../../contract/studio.ts';
import { ApiProblem } from '../../../api/api-problem.ts';
import { call } from '../../../api/client.ts';
import { keys } from '../../../api/queries.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { useSayProblem } from '../../../ui/use-say-problem.ts';
import { editorTexts } from './texts.ts';
import { baseOf, type Editor } from './use-editor.ts';

export type Draft = ReturnType<typeof useDraft>;

/**
 * Keeps, publishes and throws away what was written; who was first is told from the draft's version. `leave` goes first: what is asked anew
 * afterwards is no longer this draft.
 */
export function useDraft(studio: StudioView, editor: Editor, leave: () => void) {
  const t = useTexts(editorTexts);
  const client = useQueryClient();
  const sayProblem = useSayProblem();
  const { message } = App.useApp();
  const { id } = studio;
  const [version, setVersion] = useState(studio.draft?.version ?? 0);
  const [baseVersion, setBaseVersion] = useState(baseOf(studio));
  const [movedTo, setMovedTo] = useState<number | null>(null);
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.studio }),
      client.invalidateQueries({ queryKey: keys.playbooks }),
    ]);
  const keep = async (base: number | null) => {
    const { source } = editor;
    const kept = await call('saveDraft', { params: { id }, body: { source, version, baseVersion: base } });
    setVersion(kept.version);
    editor.markSaved(source);
    return kept.version;
  };
  const save = useMutation({
    mutationFn: () => keep(baseVersion),
    onSuccess: () => message.success(t('saved')),
    onError: sayProblem,
  });
  const publish = useMutation({
    mutationFn: async (note: string) => {
      const kept = await keep(baseVersion);
      return call('publishPlaybook', { params: { id }, body: { version: kept, note } });
    },
    onSuccess: async (published) => {
      message.success(t('published', { version: published.version }));
      leave();
      await refresh();
    },
    onError: (error) => {
      sayProblem(error);
      if (error instanceof ApiProblem && error.code === 'playbook.base-moved') setMovedTo(Number(error.details.latest));
    },
  });
  const discard = useMutation({
    mutationFn: () => call('discardDraft', { params: { id }, body: { version } }),
    onSuccess: async () => {
      message.success(t('discarded'));
      editor.markSaved(editor.source);
      leave();
      await refresh();
    },
    onError: sayProblem,
  });
  return {
    isKept: version > 0,
    movedTo,
    takeBase: () => {
      setBaseVersion(movedTo);
      setMovedTo(null);
    },
    save,
    publish,
    discard,
  };
}
