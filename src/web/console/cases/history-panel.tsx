import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CaseDetail } from '../../../contract/case.ts';
import { useStaffNames } from '../../api/playbook-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { caseQueries } from './case-queries.ts';
import { CaseTextView } from './case-text-view.tsx';
import styles from './cases.module.css';
import { texts } from './texts.ts';

type Step = CaseDetail['steps'][number];
const shows: ReadonlySet<string> = new Set(['case.approved', 'case.returned', 'case.submitted']);

/** What happened to a case, newest first; every version that was handed in can be looked at again. */
export function HistoryPanel({ detail }: { detail: CaseDetail }): ReactNode {
  const t = useTexts(texts);
  const staffName = useStaffNames();
  const [version, setVersion] = useState<number | null>(null);
  const canOpen = ({ type, version }: Step) =>
    version !== null && (type === 'case.approved' || (detail.working !== null && shows.has(type)));
  return (
    <Panel title={t('history.title')}>
      <ol className={styles.history}>
        {lastSaves(detail.steps)
          .toReversed()
          .map((step) => (
            <li key={step.seq} className={styles.said}>
              <span>
                <strong>{step.by === null ? t('history.system') : staffName(step.by)}</strong> {wordsOf(t, step)}
              </span>
              {step.note ? <q className={styles.note}>{step.note}</q> : null}
              <span className={styles.fine}>
                <TimeText at={step.at} />
                {canOpen(step) && step.version !== null ? (
                  <>
                    {' · '}
                    <button type="button" className={styles.link} onClick={() => setVersion(step.version)}>
                      {t('history.show', { version: step.version })}
                    </button>
                  </>
                ) : null}
              </span>
            </li>
          ))}
      </ol>
      <SidePanel
        open={version !== null}
        onClose={() => setVersion(null)}
        title={`${detail.number} · ${t('history.version', { version: version ?? 0 })}`}
        size={560}
      >
        {version === null ? null : <OldVersion id={detail.id} version={version} />}
      </SidePanel>
    </Panel>
  );
}

/** Of several saves of one version by one person in a row only the last. */
function lastSaves(steps: readonly Step[]): Step[] {
  return steps.filter((step, at) => {
    const next = steps[at + 1];
    const isSave = step.type === 'case.drafted' && next?.type === 'case.drafted';
    return !(isSave && next.version === step.version && next.by === step.by);
  });
}

const known = [
  'case.drafted',
  'case.submitted',
  'case.withdrawn',
  'case.returned',
  'case.approved',
  'case.discarded',
  'case.reported',
  'case.fell-due',
  'case.confirmed',
  'case.retired',
  'case.restored',
  'case.given',
] as const;

function wordsOf(t: ReturnType<typeof useTexts<keyof typeof texts.zh>>, { type, version }: Step): string {
  const name = known.find((one) => one === type);
  return name ? t(`step.${name}`, { version: version ?? 0 }) : type;
}

function OldVersion({ id, version }: { id: number; version: number }): ReactNode {
  const found = useQuery(caseQueries.version(id, version));
  if (found.isError) return <ErrorState error={found.error} />;
  if (!found.data) return <Loading rows={8} />;
  return <CaseTextView text={found.data.text} hasTitle />;
}
