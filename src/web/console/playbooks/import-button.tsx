import { ImportOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { maxBytes } from '../../../domain/playbook/limits.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { paths } from '../app/paths.ts';
import { EditGate } from './edit-gate.tsx';
import { texts } from './texts.ts';

type Input = { source: string; replaces?: number };

/** Takes a YAML file in as a draft and opens it, with what is wrong in it. */
export function ImportButton(): ReactNode {
  const t = useTexts(texts);
  const file = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const navigate = useNavigate();
  const sayProblem = useSayProblem();
  const { message, modal } = App.useApp();
  const take = useMutation({
    mutationFn: (body: Input) => call('importPlaybook', { body }),
    onSuccess: async ({ id }) => {
      message.success(t('imported'));
      await client.invalidateQueries({ queryKey: keys.studio });
      await navigate(paths.editPlaybook(id));
    },
    onError: (error, { source }) => {
      if (!(error instanceof ApiProblem) || error.code !== 'playbook.draft-exists') return sayProblem(error);
      const { id, name, version } = error.details;
      modal.confirm({
        title: t('import.replace', { id: String(id) }),
        content: t('import.replaceHint', { name: String(name) }),
        okText: t('import.replaceDo'),
        onOk: () => take.mutate({ source, replaces: Number(version) }),
      });
    },
  });
  const read = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > maxBytes) message.error(t('import.tooLarge'));
    else take.mutate({ source: await chosen.text() });
    if (file.current) file.current.value = '';
  };
  return (
    <EditGate>
      {(isAllowed) => (
        <span>
          <input
            ref={file}
            type="file"
            accept=".yaml,.yml,application/yaml"
            hidden
            aria-label={t('import')}
            onChange={(event) => void read(event.target.files?.[0])}
          />
          <Button
            icon={<ImportOutlined />}
            disabled={!isAllowed}
            loading={take.isPending}
            onClick={() => file.current?.click()}
          >
            {t('import')}
          </Button>
        </span>
      )}
    </EditGate>
  );
}
