import type { ReactNode } from 'react';
import type { ReviewView } from '../../../contract/review.ts';
import type { BounceReason } from '../../../domain/ticket/events.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { BarTable } from './bar-table.tsx';
import { Mark } from './mark.tsx';
import styles from './reviews.module.css';
import { Section } from './section.tsx';
import { texts } from './texts.ts';
import type { ReviewNames } from './use-review-names.ts';

type Props = { review: ReviewView; names: ReviewNames };

/** How well demands were handed on: by answer, by the field that was missing, by who handed on. */
export function HandOffSection({ review, names }: Props): ReactNode {
  const t = useTexts(texts);
  const { handOffs } = review.figures;
  const reasons = Object.entries(handOffs.byReason).toSorted((a, b) => b[1] - a[1]);
  const mostReason = Math.max(0, ...reasons.map(([, count]) => count));
  const mostField = Math.max(0, ...handOffs.byField.map(({ count }) => count));
  return (
    <Section title={t('handOffs.title')} empty={handOffs.made === 0 ? t('handOffs.none') : null}>
      <p className={styles.words}>
        {t('handOffs.words', {
          made: handOffs.made,
          accepted: handOffs.accepted,
          bounced: handOffs.bounced,
          declined: handOffs.declined,
        })}
      </p>
      {handOffs.byField.length > 0 && (
        <BarTable
          label={t('handOffs.byField')}
          head={t('field')}
          columns={[t('times')]}
          rows={handOffs.byField.map(({ playbook, field, count }) => ({
            key: `${playbook} ${field}`,
            label: names.field(playbook, field),
            about: names.playbook(playbook),
            bar: [{ tone: 'bad', share: count / mostField }],
            figures: [count],
          }))}
        />
      )}
      {reasons.length > 0 && (
        <BarTable
          label={t('handOffs.byReason')}
          head={t('reason')}
          columns={[t('times')]}
          rows={reasons.map(([reason, count]) => ({
            key: reason,
            label: t(`reason.${reason as BounceReason}`),
            bar: [{ tone: 'quiet', share: count / mostReason }],
            figures: [count],
          }))}
        />
      )}
      <Agents review={review} names={names} />
    </Section>
  );
}

function Agents({ review, names }: Props): ReactNode {
  const t = useTexts(texts);
  const { agents, marks } = review.appraisal;
  if (agents.length === 0) return null;
  return (
    <BarTable
      label={t('handOffs.byAgent')}
      head={t('staff')}
      columns={[t('handOffs.made'), t('accuracy')]}
      rows={agents.map(({ staff, made, accuracy, isBelow }) => ({
        key: String(staff),
        label: names.staff(staff),
        mark: isBelow ? <Mark tone="bad">{t('below', { mark: marks.accuracy })}</Mark> : null,
        bar: [{ tone: isBelow ? 'bad' : 'good', share: accuracy / 100 }],
        figures: [made, `${accuracy} %`],
      }))}
    />
  );
}
