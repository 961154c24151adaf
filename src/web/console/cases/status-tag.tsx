import {
  AuditOutlined,
  CheckCircleOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { CaseRow } from '../../../contract/case.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './cases.module.css';
import { texts } from './texts.ts';

const icons: Record<CaseRow['status'], typeof EditOutlined> = {
  draft: EditOutlined,
  'in-review': AuditOutlined,
  published: CheckCircleOutlined,
  'needs-update': ExclamationCircleOutlined,
  retired: StopOutlined,
};

/** How a case stands, by icon, word and tint; and what is going on with its next version. */
export function CaseStatusTag({
  row,
}: {
  row: Pick<CaseRow, 'status' | 'workingStage' | 'publishedVersion'>;
}): ReactNode {
  const t = useTexts(texts);
  const Icon = icons[row.status];
  const isReturned = row.workingStage === 'returned';
  const hasNext = row.workingStage !== null && (row.publishedVersion !== null || isReturned);
  return (
    <>
      <span className={styles.status} data-status={row.status}>
        <Icon aria-hidden /> {t(`status.${row.status}`)}
      </span>
      {hasNext && row.workingStage ? (
        <span className={styles.status} data-status={isReturned ? 'needs-update' : 'in-review'}>
          <EditOutlined aria-hidden /> {t(`stage.${row.workingStage}`)}
        </span>
      ) : null}
    </>
  );
}
