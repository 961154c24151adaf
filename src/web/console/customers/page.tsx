import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PageFailure } from '../app/page-failure.tsx';
import { paths } from '../app/paths.ts';
import styles from './customers.module.css';
import { ProfilePanel } from './profile-panel.tsx';
import { texts } from './texts.ts';
import { TicketHistory } from './ticket-history.tsx';

/** One customer: who they are, as far as one may see, and everything they ever asked for. */
export function CustomerPage(): ReactNode {
  const t = useTexts(texts);
  const { may } = useMe();
  const navigate = useNavigate();
  const id = Number(useParams({ from: '/shell/customers/$id' }).id);
  const query = useQuery(queries.customer(id));
  if (query.isError) return <PageFailure error={query.error} onRetry={() => void query.refetch()} />;
  const customer = query.data;
  if (!customer) return <Loading rows={10} />;
  const openCount = customer.tickets.filter(({ status }) => status !== 'closed').length;
  return (
    <>
      <PageHeader
        title={customer.isErased ? t('erased.title') : customer.name}
        subtitle={openCount > 0 ? t('tickets.open', { count: openCount }) : null}
        actions={
          customer.isErased || !may.register ? null : (
            <Button
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => void navigate(paths.register({ customer: customer.id }))}
            >
              {t('register')}
            </Button>
          )
        }
      />
      <div className={styles.page}>
        <Panel title={t('tickets.title')} isFlush>
          <TicketHistory tickets={customer.tickets} />
        </Panel>
        {customer.isErased ? (
          <Panel>
            <EmptyState icon={<DeleteOutlined aria-hidden />} title={t('erased.title')} hint={t('erased.hint')} />
          </Panel>
        ) : (
          <ProfilePanel customer={customer} />
        )}
      </div>
    </>
  );
}
