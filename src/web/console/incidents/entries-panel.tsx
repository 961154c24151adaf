import { Progress } from 'antd';
import type { ReactNode } from 'react';
import type { IncidentDetail, IncidentEntry, TellingView } from '../../../contract/incident.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { fullTime } from '../../ui/spans.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import styles from './incidents.module.css';
import { ImpactTag, PhaseTag, usePublicText } from './marks.tsx';
import { texts } from './texts.ts';

/** What was said and done, newest first; beside each word how far it has got among the customers. */
export function EntriesPanel({ incident }: { incident: IncidentDetail }): ReactNode {
  const t = useTexts(texts);
  return (
    <Panel title={t('entries.title')}>
      <ol className={styles.entries}>
        {incident.entries.map((entry) => (
          <li key={entry.seq} className={styles.entry} data-type={entry.type}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Entry({ entry }: { entry: IncidentEntry }): ReactNode {
  const say = usePublicText();
  const isSaid = entry.type === 'incident.updated' || entry.type === 'incident.closed';
  return (
    <>
      <p className={styles.entryHead}>
        {entry.phase ? <PhaseTag phase={entry.phase} /> : null}
        {entry.impact && entry.type === 'incident.updated' ? <ImpactTag impact={entry.impact} /> : null}
        <Deed entry={entry} />
      </p>
      {isSaid && entry.message ? <p className={styles.said}>{say(entry.message)}</p> : null}
      <Facts entry={entry} />
      {entry.telling ? <Telling telling={entry.telling} /> : null}
      <p className={styles.fine}>
        <ActorName entry={entry} />
        <TimeText at={entry.at} />
      </p>
    </>
  );
}

/** What was done besides being said. */
function Deed({ entry }: { entry: IncidentEntry }): ReactNode {
  const t = useTexts(texts);
  const say = usePublicText();
  switch (entry.type) {
    case 'incident.opened':
      return t('entry.opened', { title: entry.message ? say(entry.message) : '' });
    case 'tickets.linked':
      return t('entry.linked', { count: entry.tickets ?? 0 });
    case 'tickets.unlinked':
      return t('entry.unlinked', { count: entry.tickets ?? 0 });
    case 'incident.closed':
      return <strong>{t(`entry.closed.${entry.outcome ?? 'resolved'}`)}</strong>;
    case 'incident.updated':
      return null;
  }
}

function Facts({ entry }: { entry: IncidentEntry }): ReactNode {
  const t = useTexts(texts);
  const locale = useLocale();
  return (
    <>
      {entry.estimate ? (
        <p className={styles.quiet}>{t('estimate', { time: fullTime(Date.parse(entry.estimate), locale) })}</p>
      ) : null}
      {entry.rootCause ? <Labelled label={t('entry.rootCause')} text={entry.rootCause} /> : null}
      {entry.solution ? <Labelled label={t('entry.solution')} text={entry.solution} /> : null}
    </>
  );
}

function Labelled({ label, text }: { label: string; text: string }): ReactNode {
  return (
    <p className={styles.labelled}>
      <span className={styles.quiet}>{label}</span> {text}
    </p>
  );
}

function ActorName({ entry }: { entry: IncidentEntry }): ReactNode {
  const t = useTexts(texts);
  if (entry.actor.name !== '') return <span>{entry.actor.name}</span>;
  return <span>{t(entry.actor.kind === 'program' ? 'actor.program' : 'actor.system')}</span>;
}

/** "Told 180 of 200". */
function Telling({ telling: { total, told, skipped, setAside } }: { telling: TellingView }): ReactNode {
  const t = useTexts(texts);
  const handled = told + skipped + setAside;
  const isDone = handled === total;
  const percent = total === 0 ? 100 : Math.floor((handled / total) * 100);
  const words = isDone && told === total ? t('telling.done', { total }) : t('telling.working', { done: told, total });
  return (
    <div className={styles.telling} role="status">
      {isDone ? null : <Progress percent={percent} size="small" showInfo={false} aria-label={words} />}
      <span>{words}</span>
      {skipped > 0 ? <span className={styles.quiet}>{t('telling.skipped', { count: skipped })}</span> : null}
      {setAside > 0 ? <span className={styles.bad}>{t('telling.aside', { count: setAside })}</span> : null}
    </div>
  );
}
