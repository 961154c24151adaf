import { FileAddOutlined, MessageOutlined, PushpinOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import type { SimilarCase } from '../../../../contract/case.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Panel } from '../../../ui/panel.tsx';
import { useSayProblem } from '../../../ui/use-say-problem.ts';
import { paths } from '../../app/paths.ts';
import { caseKeys, caseQueries } from '../../cases/case-queries.ts';
import styles from '../../cases/similar.module.css';
import { SimilarList } from '../../cases/similar-list.tsx';
import { texts } from '../../cases/texts.ts';
import { useAct } from '../actions/use-act.ts';
import { type ComposerMode, useTicket } from '../ticket-context.tsx';

const mostShown = 5;

/** What solved the same before, to be cited where it helps; and, once this is solved, the way to keep it for others. */
export function CasesCard(): ReactNode {
  const t = useTexts(texts);
  const { detail, me } = useTicket();
  const found = useQuery(caseQueries.similar({ ticketId: detail.id, limit: mostShown }));
  const items = found.data?.items ?? [];
  const isSolved = detail.status === 'resolved' || detail.status === 'closed';
  const makes = me.roles.some((role) => role !== 'manager');
  return (
    <Panel title={t('similar.title')}>
      {items.length > 0 ? (
        <SimilarList items={items} actions={(one) => <Cite found={one} />} />
      ) : (
        <p className={styles.quiet}>{t(found.data ? 'similar.none' : 'findings.checking')}</p>
      )}
      {isSolved && makes ? (
        <div className={styles.make}>
          <span className={styles.quiet}>{t('similar.makeHint')}</span>
          <Link {...paths.newCase(detail.id)}>
            <Button icon={<FileAddOutlined aria-hidden />} tabIndex={-1}>
              {t('similar.make')}
            </Button>
          </Link>
        </div>
      ) : null}
    </Panel>
  );
}

/** Puts the case's words where they are wanted, and says in the ticket that it helped. */
function Cite({ found }: { found: SimilarCase }): ReactNode {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const client = useQueryClient();
  const sayProblem = useSayProblem();
  const { detail, action, compose } = useTicket();
  const act = useAct(detail);
  const inform = action('inform-customer').isAllowed;
  const cite = (mode: ComposerMode) => {
    const reference = t('similar.inserted', { number: found.number, title: found.title });
    const put = () => compose(mode, undefined, mode === 'note' ? `${reference}\n${found.solution}` : found.solution);
    if (found.isCited) return put();
    act.mutate(
      { action: 'cite-case', body: { caseId: found.id } },
      {
        onSuccess: () => {
          put();
          void client.invalidateQueries({ queryKey: caseKeys.all });
          void message.success(t('similar.citedDone', { number: found.number }));
        },
        onError: sayProblem,
      },
    );
  };
  if (!action('cite-case').isAllowed) return null;
  return (
    <>
      {inform ? (
        <Button
          size="small"
          icon={<MessageOutlined aria-hidden />}
          loading={act.isPending}
          onClick={() => cite('customer')}
        >
          {t('similar.toCustomer')}
        </Button>
      ) : null}
      <Button size="small" icon={<PushpinOutlined aria-hidden />} loading={act.isPending} onClick={() => cite('note')}>
        {t('similar.toNote')}
      </Button>
    </>
  );
}
