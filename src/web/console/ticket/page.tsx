import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Loading } from '../../ui/loading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PageFailure } from '../app/page-failure.tsx';
import { paths } from '../app/paths.ts';
import { AboutPanel } from './about/about-panel.tsx';
import { CustomerPanel } from './about/customer-panel.tsx';
import { DemandPanel } from './about/demand-panel.tsx';
import { FormsPanel } from './about/forms-panel.tsx';
import { ClocksPanel } from './clocks/clocks-panel.tsx';
import { Composer } from './composer/composer.tsx';
import { CounterDate } from './coordination/counter-date.tsx';
import { type TicketTab, ticketTabs } from './search.ts';
import { stageId } from './stages/place.ts';
import { StagePanel } from './stages/stage-panel.tsx';
import { StageRail } from './stages/stage-rail.tsx';
import { texts } from './texts.ts';
import styles from './ticket.module.css';
import { TicketProvider, useTicket } from './ticket-context.tsx';
import { TicketHeader } from './ticket-header.tsx';
import { Timeline } from './timeline/timeline.tsx';

/** Loaded when something is to be done. */
const ActionDialog = lazy(() =>
  import('./actions/action-dialog.tsx').then((dialog) => ({ default: dialog.ActionDialog })),
);
/** Loaded beside what is read first. */
const CasesCard = lazy(() => import('./cases/cases-card.tsx').then((card) => ({ default: card.CasesCard })));
const TicketIncident = lazy(() =>
  import('../incidents/ticket-banner.tsx').then((banner) => ({ default: banner.TicketIncident })),
);
/** Loaded only where departments have something to do together. */
const CoordinationSection = lazy(() =>
  import('./coordination/coordination-section.tsx').then((section) => ({ default: section.CoordinationSection })),
);

export function TicketPage(): ReactNode {
  const id = Number(useParams({ from: '/shell/tickets/$id' }).id);
  // Another ticket is another page: nothing typed on one may turn up on the next.
  return <OneTicket key={id} id={id} />;
}

function OneTicket({ id }: { id: number }): ReactNode {
  const me = useMe();
  const ticket = useQuery(queries.ticket(id));
  const detail = ticket.data;
  // The ticket keeps the version of the playbook that it started with.
  const playbook = useQuery({
    ...queries.playbook(detail?.playbook ?? '', detail?.playbookVersion),
    enabled: detail !== undefined,
  });
  if (ticket.isError && !detail) return <PageFailure error={ticket.error} onRetry={() => void ticket.refetch()} />;
  if (playbook.isError) return <PageFailure error={playbook.error} onRetry={() => void playbook.refetch()} />;
  if (!detail || !playbook.data) return <Loading rows={12} />;
  return (
    <TicketProvider detail={detail} playbook={playbook.data} me={me}>
      <Layout id={id} />
      <OpenDialog />
    </TicketProvider>
  );
}

function OpenDialog(): ReactNode {
  const { openDialog } = useTicket();
  return openDialog === null ? null : (
    <Suspense fallback={null}>
      <ActionDialog />
    </Suspense>
  );
}

/** Three columns where there is room, one with tabs where there is not; every part stays mounted, so nothing typed is lost. */
function Layout({ id }: { id: number }): ReactNode {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { detail } = useTicket();
  const asked = useSearch({ from: '/shell/tickets/$id' }).tab;
  const { coordination, counterDate } = useTicket().detail;
  const tabs = ticketTabs.filter((one) => one !== 'coordination' || coordination !== null);
  const tab = tabs.find((one) => one === asked) ?? 'work';
  return (
    <div className={styles.container}>
      <div className={styles.page} data-tab={tab}>
        <TicketHeader />
        <div className={styles.tabs}>
          <Segmented<TicketTab>
            block
            aria-label={t('section.label')}
            value={tab}
            onChange={(next) => void navigate({ ...paths.ticket(id, { tab: next }), replace: true })}
            options={tabs.map((one) => ({ value: one, label: t(`section.${one}`) }))}
          />
        </div>
        <div className={styles.left}>
          <div data-section="work">
            <Panel>
              <StageRail />
            </Panel>
          </div>
          <div data-section="about">
            <FormsPanel />
          </div>
        </div>
        <div className={styles.middle}>
          {counterDate === null ? null : (
            <div data-section="work">
              <CounterDate date={counterDate} />
            </div>
          )}
          <div data-section="work">
            <Suspense fallback={null}>
              <TicketIncident detail={detail} />
            </Suspense>
          </div>
          <div data-section="work">
            <DemandPanel />
          </div>
          <div data-section="work" id={stageId} className={styles.stage} tabIndex={-1}>
            <StagePanel />
          </div>
          {coordination === null ? null : (
            <div data-section="coordination">
              <Suspense fallback={<Loading rows={4} />}>
                <CoordinationSection />
              </Suspense>
            </div>
          )}
          <div data-section="timeline" data-screen-only>
            <Composer />
          </div>
          <div data-section="timeline">
            <Timeline />
          </div>
        </div>
        <div className={styles.right}>
          <div data-section="clocks">
            <ClocksPanel />
          </div>
          <div data-section="work" data-screen-only>
            <Suspense fallback={<Loading rows={3} />}>
              <CasesCard />
            </Suspense>
          </div>
          <div data-section="about">
            <CustomerPanel />
          </div>
          <div data-section="about">
            <AboutPanel />
          </div>
        </div>
      </div>
    </div>
  );
}
