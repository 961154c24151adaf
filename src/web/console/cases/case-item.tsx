import { LikeOutlined, LinkOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseRow } from '../../../contract/case.ts';
import { usePlaybookNames, useStaffNames } from '../../api/playbook-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { TimeText } from '../../ui/time-text.tsx';
import { paths } from '../app/paths.ts';
import styles from './cases.module.css';
import { CaseStatusTag } from './status-tag.tsx';
import { texts } from './texts.ts';

/** A case as an entry of a list: what it is about and how much use it was. */
export function CaseItem({ row }: { row: CaseRow }): ReactNode {
  const playbookName = usePlaybookNames();
  const staffName = useStaffNames();
  const category = row.category === null ? '' : playbookName(row.playbook, 'categories', row.category);
  return (
    <Link {...paths.case(row.id)} className={styles.item}>
      <span className={styles.itemHead}>
        <span className={styles.itemTitle}>{row.title}</span>
        <CaseUse row={row} />
      </span>
      <span className={styles.summary}>{row.summary}</span>
      <span className={styles.itemMeta}>
        {row.status === 'published' && row.workingStage === null ? null : <CaseStatusTag row={row} />}
        {row.tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            {tag}
          </span>
        ))}
        <span className={styles.fine}>
          {[row.number, category, staffName(row.owner)].filter((part) => part !== '').join(' · ')} ·{' '}
          <TimeText at={row.changedAt} />
        </span>
      </span>
    </Link>
  );
}

/** Citations and helpful ratings; nothing where there are none. */
export function CaseUse({ row }: { row: Pick<CaseRow, 'citations' | 'helpful'> }): ReactNode {
  const t = useTexts(texts);
  if (row.citations === 0 && row.helpful === 0) return null;
  return (
    <span className={styles.use}>
      {row.citations > 0 ? (
        <span>
          <LinkOutlined aria-hidden /> {t('use.cited', { count: row.citations })}
        </span>
      ) : null}
      {row.helpful > 0 ? (
        <span>
          <LikeOutlined aria-hidden /> {t('use.helpful', { count: row.helpful })}
        </span>
      ) : null}
    </span>
  );
}
