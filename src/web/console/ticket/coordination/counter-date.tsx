import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { texts } from '../texts.ts';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';

/** The department accepted for a later date: the service side has to say whether that will do. */
export function CounterDate({ date }: { date: string }): ReactNode {
  const t = useTexts(texts);
  const { detail, playbook, action, setOpenDialog } = useTicket();
  const names = useNamesOf(playbook);
  const { deadline } = detail;
  const isMine = action('settle-date').isAllowed;
  const hint = isMine ? 'counter.hint' : 'counter.others';
  return (
    <Alert
      type="warning"
      showIcon
      title={t('counter.title', { date: names.time(date) })}
      description={deadline === null ? t(`${hint}.none`) : t(hint, { deadline: names.time(deadline) })}
      action={
        isMine ? (
          <Button size="small" type="primary" onClick={() => setOpenDialog('settle-date')}>
            {t('counter.settle')}
          </Button>
        ) : null
      }
    />
  );
}
