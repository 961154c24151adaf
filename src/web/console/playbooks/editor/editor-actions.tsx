import { CloudUploadOutlined, DeleteOutlined, SaveOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { StudioView } from '../../../../contract/studio.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { EditGate } from '../edit-gate.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { editorTexts } from './texts.ts';
import type { Draft } from './use-draft.ts';
import type { Editor } from './use-editor.ts';

type Props = { studio: StudioView; editor: Editor; draft: Draft; baseSource: string; isUnchanged: boolean };

export function EditorActions({ studio, editor, draft, baseSource, isUnchanged }: Props): ReactNode {
  const t = useTexts(editorTexts);
  const { modal } = App.useApp();
  const [isPublishing, setIsPublishing] = useState(false);
  const { problems, isChanged } = editor;
  const ask = () =>
    modal.confirm({
      title: t('discard.ask'),
      content: t('discard.hint'),
      okText: t('discard'),
      onOk: () => draft.discard.mutate(),
    });
  const why =
    problems.length > 0 ? t('publish.problems', { count: problems.length }) : isUnchanged ? t('publish.nothing') : null;
  return (
    <>
      {draft.isKept ? (
        <EditGate>
          {(isAllowed) => (
            <Button icon={<DeleteOutlined />} disabled={!isAllowed} onClick={ask}>
              {t('discard')}
            </Button>
          )}
        </EditGate>
      ) : null}
      <EditGate hold={isChanged ? null : t('save.nothing')}>
        {(isAllowed) => (
          <Button
            icon={<SaveOutlined />}
            disabled={!isAllowed}
            loading={draft.save.isPending}
            onClick={() => draft.save.mutate()}
          >
            {t('save')}
          </Button>
        )}
      </EditGate>
      <EditGate hold={why}>
        {(isAllowed) => (
          <Button
            type="primary"
            icon={<CloudUploadOutlined />}
            disabled={!isAllowed}
            onClick={() => setIsPublishing(true)}
          >
            {t('publish')}
          </Button>
        )}
      </EditGate>
      {isPublishing ? (
        <PublishDialog
          next={(studio.versions[0]?.version ?? 0) + 1}
          playbook={editor.playbook}
          baseSource={baseSource}
          isPublishing={draft.publish.isPending}
          onPublish={(note) => draft.publish.mutate(note, { onError: () => setIsPublishing(false) })}
          onClose={() => setIsPublishing(false)}
        />
      ) : null}
    </>
  );
}
