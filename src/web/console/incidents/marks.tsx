import {
  CheckCircleOutlined,
  EyeOutlined,
  MinusCircleOutlined,
  SearchOutlined,
  StopOutlined,
  ToolOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { IncidentRow } from '../../../contract/incident.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import styles from './incidents.module.css';
import { texts } from './texts.ts';

const phaseIcons = {
  investigating: SearchOutlined,
  identified: ToolOutlined,
  monitoring: EyeOutlined,
  resolved: CheckCircleOutlined,
} as const;
const impactIcons = { degraded: WarningOutlined, partial: MinusCircleOutlined, outage: StopOutlined } as const;

export function PhaseTag({ phase }: Pick<IncidentRow, 'phase'>): ReactNode {
  const t = useTexts(texts);
  const Icon = phaseIcons[phase];
  return (
    <span className={styles.tag} data-phase={phase}>
      <Icon aria-hidden /> {t(`phase.${phase}`)}
    </span>
  );
}

export function ImpactTag({ impact }: Pick<IncidentRow, 'impact'>): ReactNode {
  const t = useTexts(texts);
  const Icon = impactIcons[impact];
  return (
    <span className={styles.tag} data-impact={impact}>
      <Icon aria-hidden /> {t(`impact.${impact}`)}
    </span>
  );
}

/** In the reader's language where somebody wrote it, else in Chinese. */
export function usePublicText(): (text: IncidentRow['title']) => string {
  const language = useLanguage();
  return (text) => (language === 'en' && text.en !== '' ? text.en : text.zh);
}
