import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { TicketDetail } from '../../../contract/ticket.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { FilePicker } from '../attachments/file-picker.tsx';
import { attachmentTexts } from '../attachments/texts.ts';
import { useTicketUploads } from '../attachments/use-ticket-uploads.ts';
import styles from './register.module.css';

/** Files chosen before there was a ticket: uploaded now, and put on it together. */
export function RegisteredFiles({ detail, files }: { detail: TicketDetail; files: readonly File[] }): ReactNode {
  const t = useTexts(attachmentTexts);
  const client = useQueryClient();
  const uploads = useTicketUploads(detail.id);
  const sayProblem = useSayProblem();
  const version = useRef(detail.version);
  const attach = useMutation({
    mutationFn: (attachments: number[]) => {
      const body = { version: version.current, attachments };
      return call('act', { params: { id: detail.id, action: 'attach' }, body });
    },
    onSuccess: (reply) => {
      version.current = reply.version;
      client.setQueryData(keys.ticket(detail.id), reply);
      void client.invalidateQueries({ queryKey: keys.timeline(detail.id) });
    },
    onError: sayProblem,
  });

  const { add, clear, ids, isBusy, hasFailed } = uploads;
  useEffect(() => {
    add(files);
    return clear;
  }, [add, clear, files]);
  const { mutate, isIdle } = attach;
  const isReady = ids.length > 0 && !isBusy && !hasFailed;
  useEffect(() => {
    if (isReady && isIdle) mutate([...ids]);
  }, [isReady, isIdle, ids, mutate]);

  if (attach.isSuccess) return <p className={styles.next}>{t('registered.done', { all: ids.length })}</p>;
  return (
    <section className={styles.files} aria-label={t('registered.title')}>
      <p className={styles.next} role="status">
        {hasFailed ? t('registered.failed') : t('registered.sending', { done: ids.length, all: uploads.items.length })}
      </p>
      <FilePicker uploads={uploads} isDisabled={attach.isPending} />
    </section>
  );
}
