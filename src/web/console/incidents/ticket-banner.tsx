import { ThunderboltFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import type { IncidentRow } from '../../../contract/incident.ts';
import type { TicketDetail } from '../../../contract/ticket.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from '../app/paths.ts';
import { Estimate } from './estimate.tsx';
import styles from './incidents.module.css';
import { PhaseTag, usePublicText } from './marks.tsx';
import { incidentQueries } from './queries.ts';
import { texts } from './texts.ts';
import { useLink, useUnlink } from './use-link.ts';

type Props = { detail: Pick<TicketDetail, 'id' | 'version' | 'actions' | 'incident' | 'status'> };

const may = ({ actions }: Props['detail'], name: 'link-incident' | 'unlink-incident') =>
  actions.some((one) => one.do === name && one.isAllowed);

/** The incident that the ticket is part of, or the one that its words speak of. */
export function TicketIncident({ detail }: Props): ReactNode {
  const query = useQuery({
    ...incidentQueries.ofTicket(detail.id),
    enabled: detail.status !== 'closed' || detail.incident !== null,
  });
  if (!query.data) return null;
  const { incident, likely } = query.data;
  if (incident) return <Part detail={detail} incident={incident} />;
  if (!may(detail, 'link-incident')) return null;
  return likely.map((one) => <Likely key={one.id} detail={detail} incident={one} matched={one.matched} />);
}

function Part({ detail, incident }: Props & { incident: IncidentRow }): ReactNode {
  const t = useTexts(texts);
  const say = usePublicText();
  const unlink = useUnlink(detail);
  return (
    <section className={styles.banner} data-kind="part" aria-label={t('banner.part', { number: incident.number })}>
      <p className={styles.itemHead}>
        <ThunderboltFilled aria-hidden />
        <strong>
          <Link {...paths.incident(incident.id)}>{t('banner.part', { number: incident.number })}</Link>
        </strong>
        <span>{say(incident.title)}</span>
        <PhaseTag phase={incident.phase} />
      </p>
      <p className={styles.bannerSaid}>
        {t('banner.latest')} <TimeText at={incident.latest.at} /> · {say(incident.latest.message)}
      </p>
      {incident.estimate ? (
        <p className={styles.bannerSaid}>
          <Estimate at={incident.estimate} />
        </p>
      ) : null}
      {may(detail, 'unlink-incident') ? (
        <Popconfirm title={t('banner.unlinkSure')} onConfirm={() => unlink.mutateAsync('')}>
          <Button size="small" loading={unlink.isPending}>
            {t('banner.unlink')}
          </Button>
        </Popconfirm>
      ) : null}
    </section>
  );
}

function Likely({
  detail,
  incident,
  matched,
}: Props & { incident: IncidentRow; matched: readonly string[] }): ReactNode {
  const t = useTexts(texts);
  const say = usePublicText();
  const link = useLink(detail);
  return (
    <section className={styles.banner} data-kind="likely" aria-label={t('banner.likely', { number: incident.number })}>
      <p className={styles.itemHead}>
        <ThunderboltFilled aria-hidden />
        <strong>
          <Link {...paths.incident(incident.id)}>{t('banner.likely', { number: incident.number })}</Link>
        </strong>
        <span>{say(incident.title)}</span>
      </p>
      {matched.length > 0 ? (
        <p className={styles.bannerSaid}>{t('banner.matched', { words: matched.join(' · ') })}</p>
      ) : null}
      <Button size="small" type="primary" loading={link.isPending} onClick={() => link.mutate(incident)}>
        {t('banner.link')}
      </Button>
    </section>
  );
}
