import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReviewView } from '../../../contract/review.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { BarTable } from './bar-table.tsx';
import styles from './reviews.module.css';
import { Section } from './section.tsx';
import { texts } from './texts.ts';
import type { ReviewNames } from './use-review-names.ts';

type Props = { review: ReviewView; names: ReviewNames };

/** How content customers were, what had to be done again, and whom they praised. */
export function SatisfactionSection({ review, names }: Props): ReactNode {
  const t = useTexts(texts);
  const { byRating, byDimension, reopened, praised } = review.figures.satisfaction;
  const rated = byRating.reduce((sum, { count }) => sum + count, 0);
  const isEmpty = rated === 0 && reopened === 0 && praised.length === 0;
  return (
    <Section title={t('satisfaction.title')} empty={isEmpty ? t('satisfaction.none') : null}>
      <p className={styles.words}>{t('satisfaction.words', { rated, reopened, praised: praised.length })}</p>
      {rated > 0 && (
        <BarTable
          label={t('satisfaction.byRating')}
          head={t('rating')}
          columns={[t('count'), t('share')]}
          rows={byRating.map(({ playbook, rating, count, isSatisfied }) => ({
            key: `${playbook} ${rating}`,
            label: names.rating(playbook, rating),
            about: names.playbook(playbook),
            bar: [{ tone: isSatisfied ? 'good' : 'bad', share: count / rated }],
            figures: [count, `${Math.round((count / rated) * 100)} %`],
          }))}
        />
      )}
      <Dimensions rows={byDimension} names={names} />
      {praised.length > 0 && (
        <div className={styles.block}>
          <h3 className={styles.subhead}>{t('satisfaction.praised')}</h3>
          <ul className={styles.cases}>
            {praised.map(({ ticket, number, owner, registeredBy }) => (
              <li key={ticket}>
                <Link {...paths.ticket(ticket)}>{number}</Link>{' '}
                <span className={styles.quiet}>
                  {t('satisfaction.praisedWho', { owner: names.staff(owner), agent: names.staff(registeredBy) })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

type DimensionRows = ReviewView['figures']['satisfaction']['byDimension'];

function Dimensions({ rows, names }: { rows: DimensionRows; names: ReviewNames }): ReactNode {
  const t = useTexts(texts);
  if (rows.length === 0) return null;
  const totals = new Map<string, number>();
  for (const { playbook, dimension, count } of rows) {
    const key = `${playbook} ${dimension}`;
    totals.set(key, (totals.get(key) ?? 0) + count);
  }
  return (
    <BarTable
      label={t('satisfaction.byDimension')}
      head={t('dimension')}
      columns={[t('rating'), t('count')]}
      rows={rows
        .toSorted((a, b) => `${a.playbook} ${a.dimension}`.localeCompare(`${b.playbook} ${b.dimension}`))
        .map(({ playbook, dimension, rating, count }) => ({
          key: `${playbook} ${dimension} ${rating}`,
          label: names.dimension(playbook, dimension),
          bar: [{ tone: 'plain', share: count / (totals.get(`${playbook} ${dimension}`) ?? count) }],
          figures: [names.rating(playbook, rating), count],
        }))}
    />
  );
}
