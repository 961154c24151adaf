import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from '../app/paths.ts';
import { Estimate } from './estimate.tsx';
import styles from './incidents.module.css';
import { PhaseTag, usePublicText } from './marks.tsx';
import { incidentQueries } from './queries.ts';
import { texts } from './texts.ts';

/** While a demand is written down: the known failure that it is likely about, with what can be told at once. */
export function IncidentOffer({ text }: { text: string }): ReactNode {
  const t = useTexts(texts);
  const say = usePublicText();
  const items = useQuery(incidentQueries.likely(text)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('offer.title')}>
      <div aria-live="polite" className={styles.offers}>
        {items.map((incident) => (
          <div key={incident.id} className={styles.banner} data-kind="likely">
            <p className={styles.itemHead}>
              <strong>
                <Link {...paths.incident(incident.id)} target="_blank">
                  {t('banner.likely', { number: incident.number })}
                </Link>
              </strong>
              <PhaseTag phase={incident.phase} />
            </p>
            <p className={styles.bannerSaid}>{say(incident.title)}</p>
            <p className={styles.bannerSaid}>
              {t('banner.latest')} <TimeText at={incident.latest.at} /> · {say(incident.latest.message)}
            </p>
            {incident.estimate ? (
              <p className={styles.bannerSaid}>
                <Estimate at={incident.estimate} />
              </p>
            ) : null}
          </div>
        ))}
        <p className={styles.quiet}>{t('offer.hint')}</p>
      </div>
    </Panel>
  );
}
