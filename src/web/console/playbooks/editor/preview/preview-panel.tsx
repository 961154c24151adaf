import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { PreviewBody } from '../../../../../contract/studio.ts';
import type { Playbook } from '../../../../../domain/playbook/schema.ts';
import { call } from '../../../../api/client.ts';
import { useTexts } from '../../../../i18n/use-texts.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { Loading } from '../../../../ui/loading.tsx';
import styles from '../editor.module.css';
import { editorTexts } from '../texts.ts';
import { PreviewClocks } from './preview-clocks.tsx';
import { SampleForm } from './sample-form.tsx';

export type Sample = Pick<PreviewBody, 'priority' | 'receivedAt'> & {
  category: string | null;
  /** Absent: the plain way, which the server walks. */
  moments?: NonNullable<PreviewBody['moments']>;
};

/** The clocks of a made-up ticket under the text as it stands, by the functions that run real ones. */
export function PreviewPanel({ source, playbook }: { source: string; playbook: Playbook | null }): ReactNode {
  const t = useTexts(editorTexts);
  if (!playbook) {
    return (
      <div className={styles.side}>
        <EmptyState title={t('sample.broken')} />
      </div>
    );
  }
  return <Preview source={source} playbook={playbook} />;
}

function Preview({ source, playbook }: { source: string; playbook: Playbook }): ReactNode {
  const [chosen, setSample] = useState<Sample>(() => firstSample(playbook));
  const sample = useMemo(() => withKnownNames(playbook, chosen), [playbook, chosen]);
  const body = useDeferredValue(useMemo(() => ({ ...sample, source }), [sample, source]));
  const preview = useQuery({
    queryKey: ['studio', 'preview', body],
    queryFn: ({ signal }) => call('previewPlaybook', { body, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return (
    <div className={styles.side}>
      <SampleForm playbook={playbook} sample={sample} view={preview.data ?? null} onChange={setSample} />
      {preview.isError ? <ErrorState error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {preview.isPending ? <Loading rows={5} /> : null}
      {preview.data ? <PreviewClocks playbook={playbook} view={preview.data} /> : null}
    </div>
  );
}

function firstSample({ priorities, categories }: Playbook): Sample {
  const morning = new Date();
  morning.setHours(9, 0, 0, 0);
  return {
    priority: priorities[0]?.id ?? '',
    category: categories[0]?.id ?? null,
    receivedAt: morning.toISOString(),
    moments: [],
  };
}

/** What is chosen may have been renamed or taken away in the text since. */
function withKnownNames({ priorities, categories }: Playbook, sample: Sample): Sample {
  const known = (list: readonly { id: string }[], id: string | null) => list.some((one) => one.id === id);
  return {
    ...sample,
    priority: known(priorities, sample.priority) ? sample.priority : (priorities[0]?.id ?? ''),
    category: known(categories, sample.category) ? sample.category : null,
  };
}
