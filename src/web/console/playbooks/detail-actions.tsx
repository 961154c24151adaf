import { EditOutlined, PauseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { hashKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import type { StudioView } from '../../../contract/studio.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { paths } from '../app/paths.ts';
import { EditGate } from './edit-gate.tsx';
import { texts } from './texts.ts';

export function DetailActions({ studio }: { studio: StudioView }): ReactNode {
  const t = useTexts(texts);
  const navigate = useNavigate();
  return (
    <>
      {studio.version === null ? null : <RetireButton studio={studio} />}
      <EditGate>
        {(isAllowed) => (
          <Button
            type="primary"
            icon={<EditOutlined />}
            disabled={!isAllowed}
            onClick={() => void navigate(paths.editPlaybook(studio.id))}
          >
            {t(studio.draft ? 'edit.go' : 'edit')}
          </Button>
        )}
      </EditGate>
    </>
  );
}

function RetireButton({ studio: { id, name, isRetired } }: { studio: StudioView }): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const client = useQueryClient();
  const sayProblem = useSayProblem();
  const { message, modal } = App.useApp();
  const set = useMutation({
    mutationFn: () => call(isRetired ? 'restorePlaybook' : 'retirePlaybook', { params: { id } }),
    onSuccess: async () => {
      message.success(t(isRetired ? 'restore.done' : 'retire.done'));
      await client.invalidateQueries({ queryKey: keys.studio });
      // One that was just retired is in force no more: asking for it would be refused.
      const gone = isRetired ? '' : hashKey(keys.playbook(id));
      await client.invalidateQueries({ queryKey: keys.playbooks, predicate: ({ queryHash }) => queryHash !== gone });
    },
    onError: sayProblem,
  });
  const ask = () =>
    modal.confirm({
      title: t('retire.ask', { name: names(name) }),
      content: t('retire.hint'),
      okText: t('retire'),
      onOk: () => set.mutate(),
    });
  return (
    <EditGate>
      {(isAllowed) => (
        <Button
          icon={isRetired ? <PlayCircleOutlined /> : <PauseCircleOutlined />}
          disabled={!isAllowed}
          loading={set.isPending}
          onClick={() => (isRetired ? set.mutate() : ask())}
        >
          {t(isRetired ? 'restore' : 'retire')}
        </Button>
      )}
    </EditGate>
  );
}
