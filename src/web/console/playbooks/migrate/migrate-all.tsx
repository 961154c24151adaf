import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../../../api/client.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { useSayProblem } from '../../../ui/use-say-problem.ts';
import { texts } from '../texts.ts';

type Props = { id: string; to: number; stages: Record<string, string> };
const batch = 50;

/** Moves all running tickets, batch by batch; what is moved stays moved when it is interrupted. */
export function MigrateAll({ id, to, stages }: Props): ReactNode {
  const t = useTexts(texts);
  const client = useQueryClient();
  const sayProblem = useSayProblem();
  const { message, modal } = App.useApp();
  const [moved, setMoved] = useState(0);
  const run = useMutation({
    mutationFn: async () => {
      const done = { moved: 0, refused: 0 };
      for (let after: number | null = 0; after !== null; ) {
        const body = { to, stages, limit: batch, ...(after > 0 && { after }) };
        const page: Awaited<ReturnType<typeof call<'migrateTickets'>>> = await call('migrateTickets', {
          params: { id },
          body,
        });
        const refused = page.items.filter(({ refusal }) => refusal !== null).length;
        done.refused += refused;
        done.moved += page.items.length - refused;
        setMoved(done.moved);
        after = page.next;
      }
      return done;
    },
    onSuccess: (done) => {
      message.success(t('migrate.done', { count: done.moved }));
      if (done.refused > 0) message.warning(t('migrate.doneRefused', { count: done.refused }));
    },
    onError: sayProblem,
    onSettled: () => client.invalidateQueries(),
  });
  const ask = () =>
    modal.confirm({
      title: t('migrate.ask', { version: to }),
      content: t('migrate.askHint'),
      okText: t('migrate.do'),
      onOk: () => run.mutate(),
    });
  return (
    <Button type="primary" loading={run.isPending} onClick={ask}>
      {run.isPending ? t('migrate.working', { count: moved }) : t('migrate.do')}
    </Button>
  );
}
