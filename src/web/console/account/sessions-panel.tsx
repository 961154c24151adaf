import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import type { SessionView } from '../../../contract/account.ts';
import { call } from '../../api/client.ts';
import { keys, queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { fullTime } from '../../ui/spans.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import styles from './account.module.css';
import { deviceOf } from './device-name.ts';
import { texts } from './texts.ts';

/** Where this person is signed in; any of it can be ended from here. */
export function SessionsPanel(): ReactNode {
  const t = useTexts(texts);
  const sessions = useQuery(queries.sessions());
  const end = useEnd();
  const items = sessions.data?.items ?? [];
  const others =
    items.length > 1 ? (
      <Popconfirm title={t('endOthers')} onConfirm={() => end.mutate(null)}>
        <Button size="small">{t('endOthers')}</Button>
      </Popconfirm>
    ) : null;
  return (
    <Panel title={t('sessions')} extra={others}>
      <p className={styles.hint}>{t('sessions.hint')}</p>
      {sessions.isError ? (
        <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : sessions.isPending ? (
        <Loading rows={2} />
      ) : (
        <ul className={styles.sessions}>
          {items.map((session) => (
            <Session key={session.id} session={session} onEnd={() => end.mutate(session.id)} isEnding={end.isPending} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function useEnd() {
  const t = useTexts(texts);
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (id: string | null) =>
      id === null ? call('endOtherSessions') : call('endSession', { params: { id } }),
    onSuccess: () => void message.success(t('ended')),
    onError: useSayProblem(),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  });
}

type Props = { session: SessionView; onEnd: () => void; isEnding: boolean };

function Session({ session, onEnd, isEnding }: Props): ReactNode {
  const t = useTexts(texts);
  const locale = useLocale();
  const device = deviceOf(session.userAgent);
  const name = device ? t('device', device) : t('unknown');
  return (
    <li className={styles.session}>
      <span className={styles.device}>
        <strong title={session.userAgent}>{name}</strong>
        {session.isCurrent ? <span className={styles.here}>{t('here')}</span> : null}
        <span className={styles.since}>
          {session.address} · {t('signedIn', { at: fullTime(Date.parse(session.signedInAt), locale) })}
        </span>
      </span>
      {session.isCurrent ? null : (
        <Button size="small" disabled={isEnding} aria-label={t('endOf', { device: name })} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
