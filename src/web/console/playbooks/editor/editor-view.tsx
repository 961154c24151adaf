import { Link, useBlocker, useNavigate } from '@tanstack/react-router';
import { Alert, Button, Segmented } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { StudioView } from '../../../../contract/studio.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useIsCompact } from '../../../ui/use-width.ts';
import { paths } from '../../app/paths.ts';
import { useMayEdit } from '../use-may-edit.ts';
import { DraftChanges } from './draft-changes.tsx';
import styles from './editor.module.css';
import { EditorActions } from './editor-actions.tsx';
import { EditorProvider } from './editor-context.tsx';
import { FormPane } from './form-pane.tsx';
import { PreviewPanel } from './preview/preview-panel.tsx';
import { ProblemList } from './problem-list.tsx';
import { editorTexts } from './texts.ts';
import { useDraft } from './use-draft.ts';
import { useEditor } from './use-editor.ts';
import { jumpTo, YamlPane } from './yaml-pane.tsx';

type Props = { studio: StudioView; first: string; baseSource: string };
const sides = ['yaml', 'preview', 'changes'] as const;
type Side = (typeof sides)[number] | 'form';

/** The form at the left; at the right the YAML, the clocks of a sample or what has changed. One after the other where it is narrow. */
export function EditorView({ studio, first, baseSource }: Props): ReactNode {
  const t = useTexts(editorTexts);
  const names = useNames();
  const mayEdit = useMayEdit();
  const isCompact = useIsCompact();
  const area = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState<Side>(isCompact ? 'form' : 'yaml');
  const side = !isCompact && chosen === 'form' ? 'yaml' : chosen;
  const editor = useEditor(first);
  const navigate = useNavigate();
  const leave = () => void navigate({ ...paths.playbook(studio.id), ignoreBlocker: true });
  const draft = useDraft(studio, editor, leave);
  const { value, problems, edit, playbook, source, isChanged } = editor;
  const parts = useMemo(() => ({ value, problems, edit, isReadOnly: !mayEdit }), [value, problems, edit, mayEdit]);
  useBlocker({ shouldBlockFn: () => isChanged && !window.confirm(t('unsaved')), enableBeforeUnload: () => isChanged });
  const isUnchanged = baseSource !== '' && source === baseSource;
  const jump = ({ place }: { place: { line: number; column: number } }) => {
    setChosen('yaml');
    requestAnimationFrame(() => jumpTo(area.current, place.line, place.column));
  };
  const shown = isCompact ? (['form', ...sides] as const) : sides;
  return (
    <EditorProvider value={parts}>
      <Link {...paths.playbook(studio.id)}>← {names(studio.name)}</Link>
      <PageHeader
        title={t('title', { name: names(studio.name) })}
        tags={isChanged ? <span className={styles.unsaved}>{t('unsaved')}</span> : null}
        actions={
          <EditorActions
            studio={studio}
            editor={editor}
            draft={draft}
            baseSource={baseSource}
            isUnchanged={isUnchanged}
          />
        }
      />
      {mayEdit ? null : <Alert type="info" showIcon title={t('readOnly')} className={styles.notice} />}
      {draft.movedTo === null ? null : (
        <Alert
          type="warning"
          showIcon
          className={styles.notice}
          title={t('base.moved', { latest: draft.movedTo })}
          action={<Button onClick={draft.takeBase}>{t('base.take', { latest: draft.movedTo })}</Button>}
        />
      )}
      <ProblemList isChecking={editor.isChecking} isUnchanged={isUnchanged} onJump={jump} />
      <div className={styles.sides}>
        <Segmented
          aria-label={t('side.label')}
          value={side}
          options={shown.map((one) => ({ value: one, label: t(one) }))}
          onChange={setChosen}
        />
      </div>
      <div className={styles.columns} data-compact={isCompact}>
        {isCompact && side !== 'form' ? null : <FormPane />}
        {side === 'yaml' ? (
          <div className={styles.yaml}>
            <YamlPane
              source={source}
              problems={problems}
              isReadOnly={!mayEdit}
              onChange={editor.setSource}
              area={area}
            />
          </div>
        ) : null}
        {side === 'preview' ? <PreviewPanel source={source} playbook={playbook} /> : null}
        {side === 'changes' ? <DraftChanges editor={editor} baseSource={baseSource} /> : null}
      </div>
    </EditorProvider>
  );
}
