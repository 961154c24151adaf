import { StarFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { ReviewView } from '../../../contract/review.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Tag } from '../../ui/tag.tsx';
import { Mark } from './mark.tsx';
import styles from './reviews.module.css';
import { Section } from './section.tsx';
import { texts } from './texts.ts';
import type { ReviewNames } from './use-review-names.ts';

type Line = { key: string; who: string; figure: string; isBelow: boolean; mark: number; praises: number };

/** Who loses points this period and who earns a bonus: accuracy of agents, timeliness of departments and owners, praise for both. */
export function AppraisalSection({ review, names }: { review: ReviewView; names: ReviewNames }): ReactNode {
  const t = useTexts(texts);
  const { marks, agents, departments, owners } = review.appraisal;
  const isEmpty = agents.length + departments.length + owners.length === 0;
  return (
    <Section title={t('appraisal.title')} empty={isEmpty ? t('appraisal.none') : null}>
      <p className={styles.words}>{t('appraisal.words', { accuracy: marks.accuracy, onTime: marks.onTime })}</p>
      <Lines
        title={t('appraisal.agents')}
        lines={agents.map(({ staff, accuracy, isBelow, praises }) => ({
          key: String(staff),
          who: names.staff(staff),
          figure: `${t('accuracy')} ${accuracy} %`,
          isBelow,
          mark: marks.accuracy,
          praises,
        }))}
      />
      <Lines
        title={t('appraisal.departments')}
        lines={departments.map(({ department, onTime, isBelow }) => ({
          key: department,
          who: names.department(department),
          figure: `${t('onTime')} ${onTime} %`,
          isBelow,
          mark: marks.onTime,
          praises: 0,
        }))}
      />
      <Lines
        title={t('appraisal.owners')}
        lines={owners.map(({ staff, onTime, praises }) => ({
          key: String(staff),
          who: names.staff(staff),
          figure: `${t('onTime')} ${onTime} %`,
          isBelow: false,
          mark: marks.onTime,
          praises,
        }))}
      />
    </Section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }): ReactNode {
  const t = useTexts(texts);
  if (lines.length === 0) return null;
  return (
    <div className={styles.block}>
      <h3 className={styles.subhead}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map(({ key, who, figure, isBelow, mark, praises }) => (
          <li key={key}>
            <span>{who}</span>
            {isBelow ? <Mark tone="bad">{t('appraisal.loses', { mark })}</Mark> : null}
            {praises > 0 ? (
              <Tag isSmall tone="green">
                <StarFilled aria-hidden /> {t('appraisal.bonus', { count: praises })}
              </Tag>
            ) : null}
            <span className={styles.figure}>{figure}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
