import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseDetail } from '../../../contract/case.ts';
import { usePlaybookNames, useStaffNames } from '../../api/playbook-names.ts';
import { queries } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from '../app/paths.ts';
import { Person } from '../app/people.tsx';
import { CaseUse } from './case-item.tsx';
import styles from './cases.module.css';
import { texts } from './texts.ts';

/** Who keeps it, until when it holds, where it was learned and how much use it was. */
export function AboutCase({ detail }: { detail: CaseDetail }): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const staffName = useStaffNames();
  const playbookName = usePlaybookNames();
  const playbook = useQuery(queries.playbooks()).data?.items.find(({ id }) => id === detail.playbook);
  const isUsed = detail.citations > 0 || detail.helpful > 0;
  const rows: { label: string; value: ReactNode }[] = [
    { label: t('about.owner'), value: <Person name={staffName(detail.owner)} /> },
    {
      label: t('about.use'),
      value: isUsed ? <CaseUse row={detail} /> : <span className={styles.quiet}>{t('use.none')}</span>,
    },
    ...(detail.publishedVersion === null
      ? []
      : [
          {
            label: t('about.check'),
            value: detail.checkBy ? (
              <TimeText at={detail.checkBy} />
            ) : (
              <span className={styles.due}>{t('about.check.now')}</span>
            ),
          },
        ]),
    { label: t('about.playbook'), value: name(playbook?.name) || detail.playbook },
    ...(detail.category === null
      ? []
      : [{ label: t('about.category'), value: playbookName(detail.playbook, 'categories', detail.category) }]),
    {
      label: t('about.ticket'),
      value: detail.ticket ? (
        <Link {...paths.ticket(detail.ticket.id)}>{detail.ticket.number}</Link>
      ) : (
        <span className={styles.quiet}>{t('about.ticket.hidden')}</span>
      ),
    },
  ];
  return (
    <Panel title={t('about.title')}>
      <dl className={styles.rows}>
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {detail.tags.length > 0 ? (
        <p className={styles.aboutTags}>
          {detail.tags.map((tag) => (
            <Link key={tag} {...paths.cases({ tag })} className={styles.tag}>
              {tag}
            </Link>
          ))}
        </p>
      ) : null}
    </Panel>
  );
}
