import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ClockView } from '../../../../contract/ticket.ts';
import { queries } from '../../../api/queries.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { PromiseBadge } from '../../../ui/promise-badge.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { useTicket } from '../ticket-context.tsx';
import { isOpenClock } from './clock-progress.ts';
import styles from './clocks.module.css';
import { ExplanationSteps } from './explanation-steps.tsx';
import { clockTexts } from './texts.ts';

type Props = { ticketId: number; clock: ClockView | null; onClose: () => void };

/** Why a promise is due when it is due, step by step. */
export function ClockExplanationDrawer({ ticketId, clock, onClose }: Props): ReactNode {
  const t = useTexts(clockTexts);
  const name = useNames();
  return (
    <SidePanel open={clock !== null} onClose={onClose} title={t('explain.title')} size={460}>
      {clock === null ? null : (
        <>
          <div className={styles.drawerHead}>
            <h3>{name(clock.name)}</h3>
            {isOpenClock(clock) ? <PromiseBadge promise={clock} /> : null}
          </div>
          {clock.help ? <p className={styles.help}>{name(clock.help)}</p> : null}
          <Explanation ticketId={ticketId} clock={clock} />
        </>
      )}
    </SidePanel>
  );
}

function Explanation({ ticketId, clock }: { ticketId: number; clock: ClockView }): ReactNode {
  const { playbook } = useTicket();
  const explanation = useQuery(queries.clock(ticketId, clock.clock, clock.cycle));
  if (explanation.isError) return <ErrorState error={explanation.error} onRetry={() => void explanation.refetch()} />;
  if (!explanation.data) return <Loading rows={8} />;
  return <ExplanationSteps explanation={explanation.data} playbook={playbook} />;
}
