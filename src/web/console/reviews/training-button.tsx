import { ReadOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import { type ReviewAsk, trainingFile } from './queries.ts';
import { texts } from './texts.ts';

/** What both sides are trained with; it is one playbook's, so one has to be chosen. */
export function TrainingButton({ ask }: { ask: ReviewAsk }): ReactNode {
  const t = useTexts(texts);
  const file = trainingFile(ask, useLanguage());
  return (
    <Tooltip title={t(file === null ? 'training.choose' : 'training.hint')}>
      {file === null ? (
        <Button icon={<ReadOutlined />} disabled>
          {t('training')}
        </Button>
      ) : (
        <Button icon={<ReadOutlined />} href={file} download>
          {t('training')}
        </Button>
      )}
    </Tooltip>
  );
}
