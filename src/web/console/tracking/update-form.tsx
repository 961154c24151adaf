import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import type { TrackingRow } from '../../../contract/tracking.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fullTime } from '../../ui/spans.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { type QuickTimeKey, quickTimes } from '../form/quick-times.ts';
import { texts as formTexts } from '../form/texts.ts';
import { isConflict } from '../ticket/actions/is-conflict.ts';
import { useAct } from '../ticket/actions/use-act.ts';
import { texts } from './texts.ts';
import styles from './tracking.module.css';

const offered: readonly QuickTimeKey[] = ['time.in.2h', 'time.todayEnd', 'time.tomorrowEnd'];

/**
 * One line and, where the playbook knows obstacles, a new time: a time that moves is told to customer service as an obstacle, anything else
 * is recorded as progress. What is typed stays when it could not be saved.
 */
export function UpdateForm({ row, onDone }: { row: TrackingRow; onDone: () => void }): ReactNode {
  const t = useTexts(texts);
  const form = useTexts(formTexts);
  const locale = useLocale();
  const client = useQueryClient();
  const { message } = App.useApp();
  const act = useAct(row);
  const [text, setText] = useState('');
  const [at, setAt] = useState<number | null>(null);
  const [times] = useState(() => quickTimes({ binds: 'eta' }, Date.now()).filter(({ key }) => offered.includes(key)));
  const isMoved = at !== null || !row.updates.includes('record-progress');
  const words = text.trim();

  const save = () => {
    if (words === '' || act.isPending) return;
    const eta = at === null ? null : new Date(at).toISOString();
    act.mutate(
      isMoved
        ? { action: 'report-obstacle', body: { obstacle: words, eta } }
        : { action: 'record-progress', body: { done: words } },
      {
        onSuccess: () => {
          void message.success(t('update.saved', { number: row.number }));
          onDone();
        },
        onError: () => void client.invalidateQueries({ queryKey: keys.lists }),
      },
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Input
        autoFocus
        value={text}
        maxLength={2_000}
        onChange={({ target }) => setText(target.value)}
        aria-label={t('update.text')}
        placeholder={t(isMoved ? 'update.obstacle' : 'update.placeholder')}
      />
      {row.updates.includes('report-obstacle') && times.length > 0 ? (
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={t('update.time')}
          value={at ?? 0}
          onChange={({ target }) => setAt(target.value === 0 ? null : (target.value as number))}
          options={[
            { value: 0, label: t('update.keep') },
            ...times.map(({ key, at }) => ({ value: at, label: form(key) })),
          ]}
        />
      ) : null}
      {at === null ? null : (
        <p className={styles.willTell}>{t('update.willTell', { at: fullTime(at, locale, false) })}</p>
      )}
      {act.error ? <Failure error={act.error} /> : null}
      <Button type="primary" htmlType="submit" loading={act.isPending} disabled={words === ''}>
        {t('update.save')}
      </Button>
    </form>
  );
}

function Failure({ error }: { error: Error }): ReactNode {
  const t = useTexts(texts);
  if (isConflict(error)) return <Alert type="warning" showIcon title={t('update.conflict')} />;
  const problem = error instanceof ApiProblem ? error : null;
  const title = t('update.failed', { title: problem?.title || error.message });
  return <Alert type="error" showIcon title={title} description={problem?.remedy} />;
}
