import type { ReactNode } from 'react';
import type { IncidentDetail } from '../../../contract/incident.ts';
import { useStaffNames } from '../../api/playbook-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import styles from './incidents.module.css';
import { texts } from './texts.ts';

export function AboutPanel({ incident }: { incident: IncidentDetail }): ReactNode {
  const t = useTexts(texts);
  const staffName = useStaffNames();
  const { impact, estimate, openedAt, openedBy, closedAt, words } = incident;
  return (
    <Panel title={t('about.title')}>
      <dl className={styles.facts}>
        <dt>{t('about.impact')}</dt>
        <dd>{t(`impact.${impact}`)}</dd>
        {closedAt === null ? (
          <>
            <dt>{t('about.estimate')}</dt>
            <dd>{estimate ? <TimeText at={estimate} isAbsolute /> : t('about.none')}</dd>
          </>
        ) : null}
        <dt>{t('about.opened')}</dt>
        <dd>
          <TimeText at={openedAt} isAbsolute />
        </dd>
        {openedBy === null ? null : (
          <>
            <dt>{t('about.by')}</dt>
            <dd>{staffName(openedBy)}</dd>
          </>
        )}
        {closedAt ? (
          <>
            <dt>{t('about.closed')}</dt>
            <dd>
              <TimeText at={closedAt} isAbsolute />
            </dd>
          </>
        ) : null}
        <dt>{t('about.words')}</dt>
        <dd>
          {words.length === 0 ? (
            t('about.noWords')
          ) : (
            <span className={styles.words}>
              {words.map((word) => (
                <Tag key={word}>{word}</Tag>
              ))}
            </span>
          )}
          {closedAt === null ? <small className={styles.quiet}>{t('about.wordsHint')}</small> : null}
        </dd>
      </dl>
    </Panel>
  );
}
