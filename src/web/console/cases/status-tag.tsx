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
import { Tag, type TagTone } from '../../ui/tag.tsx';
import { texts } from './texts.ts';

const icons: Record<CaseRow['status'], typeof EditOutlined> = {
  draft: EditOutlined,
  'in-review': AuditOutlined,
  published: CheckCircleOutlined,
  'needs-update': ExclamationCircleOutlined,
  retired: StopOutlined,
};

const tones: Record<CaseRow['status'], TagTone> = {
  draft: 'plain',
  'in-review': 'teal',
  published: 'green',
  'needs-update': 'amber',
  retired: 'plain',
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
      <Tag tone={tones[row.status]}>
        <Icon aria-hidden /> {t(`status.${row.status}`)}
      </Tag>
      {hasNext && row.workingStage ? (
        <Tag tone={isReturned ? 'amber' : 'teal'}>
          <EditOutlined aria-hidden /> {t(`stage.${row.workingStage}`)}
        </Tag>
      ) : null}
    </>
  );
}
