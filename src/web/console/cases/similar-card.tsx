import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { useDebounced } from '../register/use-debounced.ts';
import { caseQueries } from './case-queries.ts';
import styles from './similar.module.css';
import { SimilarList } from './similar-list.tsx';
import { texts } from './texts.ts';

const restMs = 600;
const shortest = 6;

/** While a demand is being registered: what solved the same before. */
export function SimilarWhileRegistering({ text }: { text: string }): ReactNode {
  const t = useTexts(texts);
  const said = useDebounced(text.trim(), restMs).slice(0, 8_000);
  const isEnough = said.length >= shortest;
  const found = useQuery({ ...caseQueries.similar({ text: said, limit: 3 }), enabled: isEnough });
  const items = isEnough ? (found.data?.items ?? []) : [];
  return (
    <Panel title={t('similar.title')}>
      <div aria-live="polite">
        {items.length > 0 ? (
          <SimilarList items={items} />
        ) : (
          <p className={styles.quiet}>{t(isEnough && found.data ? 'similar.none' : 'similar.waiting')}</p>
        )}
      </div>
    </Panel>
  );
}
