import { LinkOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../../api/client.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { fullTime } from '../../../ui/spans.ts';
import { useLocale } from '../../../ui/use-locale.ts';
import { useSayProblem } from '../../../ui/use-say-problem.ts';
import { copyText } from '../../app/copy-text.ts';
import { useTicket } from '../ticket-context.tsx';
import styles from './coordination.module.css';
import { coordinationTexts } from './texts.ts';

type Props = { kind: 'letter' | 'solution'; item: number; party: string; name: string };

/** A link by which one party answers without signing in, to be sent to it in whatever way. */
export function CopyLink({ kind, item, party, name }: Props): ReactNode {
  const t = useTexts(coordinationTexts);
  const locale = useLocale();
  const { detail } = useTicket();
  const { message, modal } = App.useApp();
  const sayProblem = useSayProblem();
  const make = useMutation({
    mutationFn: () => call('createPartyLink', { params: { id: detail.id }, body: { kind, item, party } }),
    onSuccess: async ({ path, expiresAt }) => {
      const link = `${location.origin}${path}`;
      const time = fullTime(Date.parse(expiresAt), locale, true);
      if (await copyText(link)) void message.success(t('link.copied', { party: name, time }), 6);
      else void modal.info({ title: t('link.byHand'), content: <p className={styles.link}>{link}</p> });
    },
    onError: sayProblem,
  });
  return (
    <Button
      size="small"
      type="text"
      icon={<LinkOutlined aria-hidden />}
      loading={make.isPending}
      onClick={() => make.mutate()}
      aria-label={t('link.copyFor', { party: name })}
    >
      {t('link.copy')}
    </Button>
  );
}
