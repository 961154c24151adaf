import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { StudioView } from '../../../contract/studio.ts';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { type Column, PlainTable } from '../../ui/plain-table.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from '../app/paths.ts';
import { DiffView } from './diff/diff-view.tsx';
import { EditGate } from './edit-gate.tsx';
import styles from './playbooks.module.css';
import { texts } from './texts.ts';

type Version = StudioView['versions'][number];

/** Every version, latest first: compare it with the one before, export it, move running tickets to it. */
export function VersionsTable({ studio }: { studio: StudioView }): ReactNode {
  const t = useTexts(texts);
  const [compared, setCompared] = useState<{ from: number; to: number } | null>(null);
  const columns = useColumns(studio, setCompared);
  return (
    <>
      <PlainTable
        label={t('tab.versions')}
        columns={columns}
        rows={studio.versions}
        rowKey={({ version }) => version}
      />
      <SidePanel
        open={compared !== null}
        onClose={() => setCompared(null)}
        title={compared ? t('diff.title', compared) : ''}
        size={860}
      >
        {compared ? <Compared id={studio.id} {...compared} /> : null}
      </SidePanel>
    </>
  );
}

function Compared({ id, from, to }: { id: string; from: number; to: number }): ReactNode {
  const diff = useQuery(queries.playbookDiff(id, from, to));
  if (diff.isError) return <ErrorState error={diff.error} onRetry={() => void diff.refetch()} />;
  if (!diff.data) return <Loading rows={8} />;
  return <DiffView changes={diff.data.changes} lines={diff.data.lines} />;
}

function useColumns(
  { id, versions, running }: StudioView,
  compare: (versions: { from: number; to: number }) => void,
): Column<Version>[] {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const all = running.reduce((sum, { count }) => sum + count, 0);
  const before = (version: number) => versions.find((one) => one.version < version)?.version;
  return [
    { key: 'version', title: t('versions.version'), isHead: true, render: ({ version }) => t('version', { version }) },
    { key: 'at', title: t('versions.at'), render: ({ at }) => <TimeText at={at} /> },
    {
      key: 'by',
      title: t('versions.by'),
      render: ({ by, isOwn }) => by?.name ?? t(isOwn ? 'versions.api' : 'versions.shipped'),
    },
    { key: 'note', title: t('versions.note'), render: ({ note }) => note || '—' },
    { key: 'running', title: t('versions.running'), render: (row) => row.running },
    {
      key: 'actions',
      title: t('versions.actions'),
      render: ({ version, running: own }) => {
        const earlier = before(version);
        return (
          <span className={styles.rowActions}>
            {earlier === undefined ? null : (
              <Button type="link" size="small" onClick={() => compare({ from: earlier, to: version })}>
                {t('versions.compare')}
                <span className="visually-hidden">{t('versions.compareLabel', { version, before: earlier })}</span>
              </Button>
            )}
            <Button type="link" size="small" href={`/api/v1/studio/playbooks/${id}/versions/${version}/file.yaml`}>
              {t('export')}
              <span className="visually-hidden">{t('exportLabel', { version })}</span>
            </Button>
            {all > own ? (
              <EditGate>
                {(isAllowed) => (
                  <Button
                    type="link"
                    size="small"
                    disabled={!isAllowed}
                    onClick={() => void navigate(paths.migratePlaybook(id, version))}
                  >
                    {t('versions.migrate')}
                    <span className="visually-hidden">{t('versions.migrateLabel', { version })}</span>
                  </Button>
                )}
              </EditGate>
            ) : null}
          </span>
        );
      },
    },
  ];
}
