import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleOutlined, RedoOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import type { GroupChatPost } from '../../../contract/group-chat.ts';
import { mayPostAgain } from '../../../domain/access/group-chat-rules.ts';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { useTicket } from '../ticket/ticket-context.tsx';
import { useNamesOf } from '../ticket/use-names-of.ts';
import styles from './group-chats.module.css';
import { problemTexts } from './problem-texts.ts';
import { groupChatQueries } from './queries.ts';
import { texts } from './texts.ts';

/** What became of posting the last hand-off in the department's group chat; nothing where it has no robot. */
export function HandOffPosted(): ReactNode {
  const { detail } = useTicket();
  const post = useQuery(groupChatQueries.posts(detail.id)).data?.items.find(({ isCurrent }) => isCurrent);
  return post ? (
    <div className={styles.post}>
      <Post post={post} />
    </div>
  ) : null;
}

function Post({ post }: { post: GroupChatPost }): ReactNode {
  const t = useTexts(texts);
  const p = useTexts(problemTexts);
  const names = useNamesOf(useTicket().playbook);
  const { status, problem, settledAt, nextAt } = post;
  if (status === 'posted')
    return (
      <p className={styles.good}>
        <CheckCircleOutlined aria-hidden /> {t('post.posted')} {settledAt === null ? null : <TimeText at={settledAt} />}
      </p>
    );
  if (status === 'dropped') return <p className={styles.quiet}>{t('post.dropped')}</p>;
  if (status === 'failed') return <Failed post={post} />;
  if (problem === null)
    return (
      <p className={styles.quiet}>
        <ClockCircleOutlined aria-hidden /> {t('post.waiting')}
      </p>
    );
  return (
    <>
      <p className={styles.warn}>
        <ClockCircleOutlined aria-hidden /> {t('post.retry', { problem: p(problem) })}
      </p>
      {nextAt === null ? null : (
        <p className={styles.quiet}>
          {t('post.next')}
          {names.time(nextAt)}
        </p>
      )}
    </>
  );
}

function Failed({ post: { seq, problem, answer } }: { post: GroupChatPost }): ReactNode {
  const t = useTexts(texts);
  const p = useTexts(problemTexts);
  const { detail, me } = useTicket();
  const { message } = App.useApp();
  const client = useQueryClient();
  const again = useMutation({
    mutationFn: () => call('postAgain', { params: { id: detail.id, seq }, body: {} }),
    onError: useSayProblem(),
    onSuccess: (reply) => {
      client.setQueryData(groupChatQueries.posts(detail.id).queryKey, reply);
      void message.success(t('post.queued'));
    },
  });
  const why = problem ?? 'refused';
  return (
    <>
      <p className={styles.bad}>
        <ExclamationCircleOutlined aria-hidden /> {t('post.failed', { problem: p(why) })}
      </p>
      <p>{p(`${why}.do`)}</p>
      {answer === '' ? null : <p className={styles.quiet}>{t('answer', { answer })}</p>}
      {mayPostAgain({ kind: 'staff', ...me }, detail) ? (
        <div>
          <Button
            size="small"
            icon={<RedoOutlined aria-hidden />}
            loading={again.isPending}
            onClick={() => again.mutate()}
          >
            {t('post.again')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
