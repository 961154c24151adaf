import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries } from '../../../api/queries.ts';
import { Loading } from '../../../ui/loading.tsx';
import { PageFailure } from '../../app/page-failure.tsx';
import { EditorView } from './editor-view.tsx';
import { baseOf } from './use-editor.ts';

/** The editor of one playbook: its draft, else its latest version. */
export function EditorPage(): ReactNode {
  const { id } = useParams({ from: '/shell/admin/playbooks/$id/edit' });
  const studio = useQuery({ ...queries.studioOf(id), staleTime: 0, refetchOnWindowFocus: false });
  const base = studio.data ? baseOf(studio.data) : null;
  const source = useQuery({ ...queries.playbookSource(id, base ?? 0), enabled: base !== null });
  const failed = studio.isError ? studio : source.isError ? source : null;
  if (failed) {
    return <PageFailure error={failed.error} onRetry={() => void failed.refetch()} />;
  }
  if (!studio.data || (base !== null && !source.data)) return <Loading />;
  const baseSource = source.data?.source ?? '';
  return (
    <EditorView
      key={`${id} ${studio.data.draft === null}`}
      studio={studio.data}
      first={studio.data.draft?.source ?? baseSource}
      baseSource={baseSource}
    />
  );
}
