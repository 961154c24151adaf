import { BranchesOutlined, ClockCircleOutlined, RollbackOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { PlaybookBrief } from '../../../../contract/playbook.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import styles from './picture.module.css';
import { flowTexts } from './texts.ts';

/** A playbook's flow at a glance: its stages as a chain, that it can start again, how many promises it makes. */
export function FlowPicture({ flow }: { flow: PlaybookBrief['flow'] }): ReactNode {
  const t = useTexts(flowTexts);
  const names = useNames();
  return (
    <span className={styles.picture}>
      <span className={styles.chain}>
        {flow.stages.map((stage, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: stages have no other key here and never change places
          <span key={index} className={styles.link} data-status={stage.status}>
            {names(stage.name)}
            {stage.isConditional ? (
              <BranchesOutlined
                className={styles.branch ?? ''}
                role="img"
                title={t('conditional')}
                aria-label={t('conditional')}
              />
            ) : null}
          </span>
        ))}
      </span>
      <span className={styles.facts}>
        {flow.loops.length > 0 ? (
          <span>
            <RollbackOutlined aria-hidden /> {t('picture.loop')}
          </span>
        ) : null}
        <span>
          <ClockCircleOutlined aria-hidden /> {t('picture.clocks', { count: flow.clocks })}
        </span>
      </span>
    </span>
  );
}
