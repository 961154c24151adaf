import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import styles from './register.module.css';
import { texts } from './texts.ts';
import { TicketLine } from './ticket-line.tsx';
import { useDebounced } from './use-debounced.ts';

const restMs = 600;
const shortest = 6;
const mostShown = 4;

type Props = { text: string; customerId: number | undefined };

/** Open tickets that look like what is being typed, so that one demand is not registered twice. */
export function DuplicatesCard({ text, customerId }: Props): ReactNode {
  const t = useTexts(texts);
  const said = useDebounced(text.trim(), restMs).slice(0, 8_000);
  const isEnough = said.length >= shortest;
  const found = useQuery({
    queryKey: ['tickets', 'duplicates', said, customerId ?? null],
    queryFn: ({ signal }) =>
      call('findDuplicates', {
        body: { text: said, ...(customerId === undefined ? {} : { customerId }) },
        signal,
      }),
    enabled: isEnough,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
  const items = isEnough ? (found.data?.items.slice(0, mostShown) ?? []) : [];
  return (
    <Panel title={t('duplicates.title')}>
      <div aria-live="polite">
        {items.length === 0 ? (
          <p className={styles.quiet}>{t(isEnough && found.data ? 'duplicates.none' : 'duplicates.waiting')}</p>
        ) : (
          <>
            <p className={styles.quiet}>{t('duplicates.hint')}</p>
            {items.map((row) => (
              <div key={row.id} className={styles.duplicate}>
                <TicketLine
                  row={row}
                  extra={
                    <span className={styles.likeness}>
                      {t('duplicates.likeness', { percent: Math.round(row.likeness * 100) })}
                    </span>
                  }
                />
                <Link {...paths.ticket(row.id)} className={styles.continue}>
                  {t('duplicates.continue')}
                </Link>
              </div>
            ))}
          </>
        )}
      </div>
    </Panel>
  );
}
