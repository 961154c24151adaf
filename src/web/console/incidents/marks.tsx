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
import { Tag, type TagTone } from '../../ui/tag.tsx';
import { texts } from './texts.ts';

const phaseIcons = {
  investigating: SearchOutlined,
  identified: ToolOutlined,
  monitoring: EyeOutlined,
  resolved: CheckCircleOutlined,
} as const;
const phaseTones: Record<IncidentRow['phase'], TagTone> = {
  investigating: 'amber',
  identified: 'teal',
  monitoring: 'teal',
  resolved: 'green',
};
const impactIcons = { degraded: WarningOutlined, partial: MinusCircleOutlined, outage: StopOutlined } as const;
const impactTones: Record<IncidentRow['impact'], TagTone> = { degraded: 'plain', partial: 'amber', outage: 'red' };

export function PhaseTag({ phase }: Pick<IncidentRow, 'phase'>): ReactNode {
  const t = useTexts(texts);
  const Icon = phaseIcons[phase];
  return (
    <Tag tone={phaseTones[phase]}>
      <Icon aria-hidden /> {t(`phase.${phase}`)}
    </Tag>
  );
}

export function ImpactTag({ impact }: Pick<IncidentRow, 'impact'>): ReactNode {
  const t = useTexts(texts);
  const Icon = impactIcons[impact];
  return (
    <Tag tone={impactTones[impact]}>
      <Icon aria-hidden /> {t(`impact.${impact}`)}
    </Tag>
  );
}

/** In the reader's language where somebody wrote it, else in Chinese. */
export function usePublicText(): (text: IncidentRow['title']) => string {
  const language = useLanguage();
  return (text) => (language === 'en' && text.en !== '' ? text.en : text.zh);
}
