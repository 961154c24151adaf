import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { CaseDetail } from '../../../contract/case.ts';
import type { CaseCommandName } from '../../../domain/case/commands.ts';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { caseKeys } from './case-queries.ts';
import { texts } from './texts.ts';

/** Does something with the case as it stands on the page; what anybody else did meanwhile is fetched. */
export function useActOnCase({ id, revision }: Pick<CaseDetail, 'id' | 'revision'>) {
  const t = useTexts(texts);
  const client = useQueryClient();
  const sayProblem = useSayProblem();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ action, body = {} }: { action: CaseCommandName; body?: Record<string, unknown> }) =>
      call('actOnCase', { params: { id, action }, body: { revision, ...body } }),
    onSuccess: async (detail) => {
      await client.invalidateQueries({ queryKey: caseKeys.all });
      client.setQueryData(caseKeys.one(id), detail);
      void message.success(t('act.done'));
    },
    onError: (error) => {
      sayProblem(error);
      void client.invalidateQueries({ queryKey: caseKeys.one(id) });
    },
  });
}
