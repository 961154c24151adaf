import type { ReactNode } from 'react';
import type { ReviewView } from '../../../contract/review.ts';
import { percentOf } from '../../../domain/review/rates.ts';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { BarTable } from './bar-table.tsx';
import { Mark } from './mark.tsx';
import { Section } from './section.tsx';
import { texts } from './texts.ts';
import type { ReviewNames } from './use-review-names.ts';

type Props = { review: ReviewView; names: ReviewNames };

/** The most that the page lists; the report has them all. */
const mostTopics = 20;

/** What customers asked for beside the period before, and by which way they came. */
export function DemandsSection({ review, names }: Props): ReactNode {
  const t = useTexts(texts);
  const { figures, surges } = review;
  const most = Math.max(0, ...surges.map(({ count, before }) => Math.max(count, before)));
  return (
    <Section title={t('demands.title')} empty={surges.length === 0 ? t('demands.none') : null}>
      <BarTable
        label={t('demands.byCategory')}
        head={t('category')}
        columns={[t('count'), t('share'), t('before'), t('change')]}
        rows={surges
          .toSorted((a, b) => b.count - a.count)
          .map(({ playbook, category, count, before, change, isSurge }) => ({
            key: `${playbook} ${category}`,
            label: names.category(playbook, category),
            about: names.playbook(playbook),
            mark: isSurge ? <Mark tone="watch">{t('surge')}</Mark> : null,
            bar: [{ tone: 'plain', share: count / most }],
            figures: [count, `${percentOf(count, figures.tickets) ?? 0} %`, before, changeText(change, t('new'))],
          }))}
      />
      <Topics review={review} names={names} />
      <Channels review={review} />
    </Section>
  );
}

/** What each problem type is about: one feature that makes a third of the complaints is seen at once. */
function Topics({ review, names }: Props): ReactNode {
  const t = useTexts(texts);
  if (review.topics.length === 0) return null;
  return (
    <BarTable
      label={t('demands.byTopic')}
      head={t('topic')}
      columns={[t('count'), t('shareOfType'), t('before')]}
      rows={review.topics
        .slice(0, mostTopics)
        .map(({ playbook, category, topic, count, share, before, isCluster }) => ({
          key: `${playbook} ${category} ${topic}`,
          label: `${names.topic(playbook, topic)} · ${names.category(playbook, category)}`,
          about: names.playbook(playbook),
          mark: isCluster ? <Mark tone="watch">{t('cluster')}</Mark> : null,
          bar: [{ tone: 'plain', share: share / 100 }],
          figures: [count, `${share} %`, before],
        }))}
    />
  );
}

/** `+50 %`; what was not there before has no percentage. */
function changeText(change: number | null, fresh: string): string {
  if (change === null) return fresh;
  return `${change > 0 ? '+' : ''}${change} %`;
}

function Channels({ review }: { review: ReviewView }): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const playbooks = usePlaybooks();
  const channels = Object.entries(review.figures.demands.byChannel).toSorted((a, b) => b[1] - a[1]);
  if (channels.length === 0) return null;
  const known = [...playbooks.values()].flatMap((playbook) => playbook.channels);
  return (
    <BarTable
      label={t('demands.byChannel')}
      head={t('channel')}
      columns={[t('count')]}
      rows={channels.map(([channel, count]) => ({
        key: channel,
        label: name(known.find(({ id }) => id === channel)?.name) || channel,
        bar: [{ tone: 'quiet', share: count / review.figures.tickets }],
        figures: [count],
      }))}
    />
  );
}
