import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IncidentRow } from '../../../contract/incident.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Tag } from '../../ui/tag.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from '../app/paths.ts';
import { Estimate } from './estimate.tsx';
import styles from './incidents.module.css';
import { ImpactTag, PhaseTag, usePublicText } from './marks.tsx';
import { texts } from './texts.ts';

/** An incident as an entry of the list: what fails, how it stands, what was said last. */
export function IncidentItem({ incident }: { incident: IncidentRow }): ReactNode {
  const t = useTexts(texts);
  const say = usePublicText();
  const isOpen = incident.status === 'open';
  return (
    <Link {...paths.incident(incident.id)} className={styles.item}>
      <span className={styles.itemHead}>
        <span className={styles.number}>{incident.number}</span>
        {isOpen || incident.outcome === 'resolved' ? (
          <PhaseTag phase={incident.phase} />
        ) : (
          <Tag>{t('outcome.returned')}</Tag>
        )}
        {isOpen ? <ImpactTag impact={incident.impact} /> : null}
      </span>
      <span className={styles.itemTitle}>{say(incident.title)}</span>
      <span className={styles.itemSaid}>{say(incident.latest.message)}</span>
      <span className={styles.fine}>
        {isOpen || incident.linked > 0 ? <span>{t('linked', { count: incident.linked })}</span> : null}
        <span>
          {t('openedAt')} <TimeText at={incident.openedAt} />
        </span>
        {isOpen ? <Estimate at={incident.estimate} /> : null}
        <span>
          {isOpen ? t('updatedAt') : t('closedAt')} <TimeText at={incident.closedAt ?? incident.latest.at} />
        </span>
      </span>
    </Link>
  );
}
