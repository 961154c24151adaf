import { ReloadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import type { ReactNode } from 'react';
import type { IncidentDetail } from '../../../contract/incident.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { paths } from '../app/paths.ts';
import styles from './incidents.module.css';
import { texts } from './texts.ts';

/** Tickets that could not be told: which, why, and the button that tries again. */
export function AsidePanel({ incident: { id, setAside } }: { incident: IncidentDetail }): ReactNode {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => call('retryTelling', { params: { id }, body: {} }),
    onError: useSayProblem(),
    onSuccess: () => {
      void message.success(t('aside.retried'));
      void client.invalidateQueries({ queryKey: keys.incidents });
    },
  });
  if (setAside.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={t('aside.title', { count: setAside.length })}
      description={
        <>
          <p className={styles.asideHint}>{t('aside.hint')}</p>
          <ul className={styles.asideList}>
            {setAside.map(({ ticket, number, seq, fault }) => (
              <li key={`${ticket}.${seq}`}>
                <Link {...paths.ticket(ticket)}>{number}</Link> {fault}
              </li>
            ))}
          </ul>
          <Button icon={<ReloadOutlined aria-hidden />} loading={retry.isPending} onClick={() => retry.mutate()}>
            {t('aside.retry')}
          </Button>
        </>
      }
    />
  );
}
