import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { TicketDetail } from '../../../contract/ticket.ts';
import { usePlaybook } from '../../api/playbook-names.ts';
import { queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageFailure } from '../app/page-failure.tsx';
import { paths } from '../app/paths.ts';
import { submitKeyNames } from '../form/submit-key.ts';
import { inCallOrder } from './field-groups.ts';
import { rememberPlaybook, startPlaybook } from './last-playbook.ts';
import styles from './register.module.css';
import { RegisterForm } from './register-form.tsx';
import { Registered } from './registered.tsx';
import { texts } from './texts.ts';

/** Registering in one screen, phone first. */
export function RegisterPage(): ReactNode {
  const t = useTexts(texts);
  const { may } = useMe();
  const name = useNames();
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/register' });
  const list = useQuery(queries.playbooks());
  const playbooks = list.data?.items ?? [];
  const chosen = startPlaybook(playbooks, search.playbook);
  if (!may.register) return <EmptyState title={t('no.right')} hint={t('no.rightHint')} />;
  if (list.isError) return <PageFailure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading rows={10} />;
  if (chosen === undefined) return <EmptyState title={t('no.playbooks')} hint={t('no.playbooksHint')} />;
  const choose = (playbook: string) => {
    rememberPlaybook(playbook);
    void navigate({ ...paths.register({ ...search, playbook }), replace: true });
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={<span className={styles.subtitle}>{t('subtitle', { keys: submitKeyNames().join(' + ') })}</span>}
        actions={
          <Select
            aria-label={t('playbook')}
            value={chosen}
            onChange={choose}
            options={playbooks.map((one) => ({ value: one.id, label: name(one.name) }))}
            popupMatchSelectWidth={false}
            className={styles.picker ?? ''}
          />
        }
      />
      <Registering key={`${chosen}.${search.customer ?? ''}.${search.contact ?? ''}`} playbookId={chosen} />
    </>
  );
}

function Registering({ playbookId }: { playbookId: string }): ReactNode {
  const navigate = useNavigate();
  const search = useSearch({ from: '/shell/register' });
  const playbook = usePlaybook(playbookId);
  const [registered, setRegistered] = useState<{ detail: TicketDetail; files: File[] } | null>(null);
  const form = useMemo(() => {
    const first = playbook?.forms.find((one) => one.id === playbook.stages[0]?.form);
    return first && inCallOrder(first);
  }, [playbook]);
  if (!playbook || !form) return <Loading rows={10} />;
  if (registered) {
    const again = (isSameCustomer: boolean) => {
      setRegistered(null);
      const customer = isSameCustomer ? { customer: registered.detail.customer.id } : {};
      void navigate({ ...paths.register({ playbook: playbookId, ...customer }), replace: true });
    };
    return <Registered {...registered} playbook={playbook} onAgain={again} />;
  }
  const onRegistered = (detail: TicketDetail, files: File[]) => {
    rememberPlaybook(playbookId);
    setRegistered({ detail, files });
  };
  const asked = { customer: search.customer, contact: search.contact };
  return <RegisterForm playbook={playbook} form={form} asked={asked} onRegistered={onRegistered} />;
}
