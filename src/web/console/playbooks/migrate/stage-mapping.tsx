import { Select } from 'antd';
import { type ReactNode, useId } from 'react';
import type { MigrationView } from '../../../../contract/studio.ts';
import type { Playbook } from '../../../../domain/playbook/schema.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { Panel } from '../../../ui/panel.tsx';
import styles from '../playbooks.module.css';
import { texts } from '../texts.ts';

type Props = {
  playbook: Playbook;
  gone: readonly string[];
  items: MigrationView['items'];
  stages: Record<string, string>;
  onChange: (stages: Record<string, string>) => void;
};

/** Where tickets go whose stage the new version has not: what the server proposes, or what is chosen. */
export function StageMapping({ playbook, gone, items, stages, onChange }: Props): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const id = useId();
  const proposed = (stage: string) => {
    const change = items.find((item) => item.stage === stage)?.changes.find(({ kind }) => kind === 'stage');
    return change?.kind === 'stage' ? change.to : null;
  };
  return (
    <Panel title={t('migrate.stages')}>
      {t('migrate.stagesHint', { version: playbook.version })}
      <div className={styles.mapping}>
        {gone.map((stage) => [
          <label key={`${stage} label`} htmlFor={`${id}${stage}`}>
            {stage}
          </label>,
          <Select
            key={stage}
            id={`${id}${stage}`}
            value={stages[stage] ?? proposed(stage)}
            options={playbook.stages.map((one) => ({ value: one.id, label: names(one.name) }))}
            onChange={(to) => onChange({ ...stages, [stage]: to ?? '' })}
          />,
        ])}
      </div>
    </Panel>
  );
}
