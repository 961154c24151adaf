import { SendOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ChatTest } from '../../../contract/group-chat.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import styles from './group-chats.module.css';
import { problemTexts } from './problem-texts.ts';
import { texts } from './texts.ts';

/** Has the saved robot post something, and says what it answered. */
export function TestMessage({ department, isSaved }: { department: string; isSaved: boolean }): ReactNode {
  const t = useTexts(texts);
  const client = useQueryClient();
  const test = useMutation({
    mutationFn: () => call('testGroupChat', { params: { department }, body: {} }),
    onError: useSayProblem(),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.departments }),
  });
  return (
    <div className={styles.test}>
      <Button
        icon={<SendOutlined aria-hidden />}
        disabled={!isSaved}
        loading={test.isPending}
        onClick={() => test.mutate()}
      >
        {t('test')}
      </Button>
      {isSaved ? null : <p className={styles.fine}>{t('test.unsaved')}</p>}
      <div aria-live="polite">{test.data ? <Outcome test={test.data} /> : null}</div>
    </div>
  );
}

/** Below the button at the end of a long form: brought into sight, also when it is another one than before. */
function Outcome({ test }: { test: ChatTest }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each test has an outcome of its own.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [test]);
  return (
    <div ref={place}>
      <OutcomeWords {...test} />
    </div>
  );
}

function OutcomeWords({ isPosted, problem, answer }: ChatTest): ReactNode {
  const t = useTexts(texts);
  const p = useTexts(problemTexts);
  if (isPosted) return <Alert type="success" showIcon title={t('test.posted')} />;
  const why = problem ?? 'refused';
  return (
    <Alert
      type="error"
      showIcon
      title={t('test.failed', { problem: p(why) })}
      description={
        <>
          <div>{p(`${why}.do`)}</div>
          {answer === '' ? null : <div className={styles.fine}>{t('answer', { answer })}</div>}
        </>
      }
    />
  );
}
