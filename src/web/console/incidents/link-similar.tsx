import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { IncidentDetail } from '../../../contract/incident.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { MomentPicker } from '../form/moment-picker.tsx';
import { dialogTexts } from './dialog-texts.ts';
import styles from './incidents.module.css';
import { PickList } from './pick-list.tsx';
import { incidentQueries } from './queries.ts';

type Props = { incident: IncidentDetail; chosen: readonly number[]; onChoose: (ids: number[]) => void };

/** People call before anybody opens an incident. */
const beforeMs = 2 * 3_600_000;

export function LinkSimilar({ incident, chosen, onChoose }: Props): ReactNode {
  const t = useTexts(dialogTexts);
  const [since, setSince] = useState(() => new Date(Date.parse(incident.openedAt) - beforeMs).toISOString());
  const found = useQuery(incidentQueries.similar(incident.id, since));
  const change = (next: string) => {
    setSince(next);
    onChoose([]);
  };
  return (
    <div className={styles.linkPart}>
      <div className={styles.since}>
        <span>{t('link.since')}</span>
        <MomentPicker value={since} onChange={change} aria={{ 'aria-label': t('link.since') }} />
      </div>
      <p className={styles.quiet}>
        {t('link.similarHint')}
        {incident.words.length > 0 ? ` ${incident.words.join(' · ')}` : ''}
      </p>
      {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending && since !== '' ? <Loading rows={3} /> : null}
      {found.data?.items.length === 0 ? <p role="status">{t('link.similarNone')}</p> : null}
      {found.data ? <PickList rows={found.data.items} chosen={chosen} onChoose={onChoose} /> : null}
      {found.data?.isPartial ? <p className={styles.quiet}>{t('link.partial')}</p> : null}
    </div>
  );
}
