import { FileTextOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PageFailure } from '../app/page-failure.tsx';
import { paths } from '../app/paths.ts';
import { CaseEditor } from './case-editor.tsx';
import { caseQueries } from './case-queries.ts';
import styles from './cases.module.css';
import { texts } from './texts.ts';

/** A new case from a ticket. */
export function NewCasePage(): ReactNode {
  const { ticket } = useSearch({ from: '/shell/cases/new' });
  if (ticket === undefined) return <WithoutTicket />;
  return <FromTicket key={ticket} ticket={ticket} />;
}

function WithoutTicket(): ReactNode {
  const t = useTexts(texts);
  return (
    <>
      <PageHeader title={t('edit.new.title')} />
      <Panel isFlush>
        <EmptyState
          icon={<FileTextOutlined />}
          title={t('edit.noTicket')}
          hint={t('edit.noTicketHint')}
          action={<Link {...paths.queues({ status: 'closed' })}>{t('empty.library.action')}</Link>}
        />
      </Panel>
    </>
  );
}

function FromTicket({ ticket }: { ticket: number }): ReactNode {
  const t = useTexts(texts);
  const prefill = useQuery(caseQueries.prefill(ticket));
  const detail = useQuery(queries.ticket(ticket));
  if (prefill.isError) return <PageFailure error={prefill.error} onRetry={() => void prefill.refetch()} />;
  if (!prefill.data || !detail.data) return <Loading rows={12} />;
  const { text, cases } = prefill.data;
  return (
    <div className={styles.wide}>
      <PageHeader title={t('edit.new.title')} subtitle={t('edit.new.subtitle', { number: detail.data.number })} />
      {cases.length > 0 ? (
        <p className={styles.before}>
          {t('edit.before')}{' '}
          {cases.map((one) => (
            <Link key={one.id} {...paths.case(one.id)}>
              {one.number} {one.title}
            </Link>
          ))}
        </p>
      ) : null}
      <CaseEditor start={text} of={{ kind: 'new', ticketId: ticket }} />
    </div>
  );
}

/** Another version of a case. */
export function EditCasePage(): ReactNode {
  const t = useTexts(texts);
  const id = Number(useParams({ from: '/shell/cases/$id/edit' }).id);
  const found = useQuery(caseQueries.one(id));
  if (found.isError && !found.data) return <PageFailure error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading rows={12} />;
  const { working, text, number, revision } = found.data;
  const start = working?.text ?? text;
  if (!start) return <Loading rows={12} />;
  return (
    <div className={styles.wide}>
      <PageHeader title={t('edit.title', { number })} subtitle={t('edit.subtitle')} />
      <CaseEditor key={id} start={start} of={{ kind: 'case', id, revision }} />
    </div>
  );
}
