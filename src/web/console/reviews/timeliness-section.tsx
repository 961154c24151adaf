import { Fragment, type ReactNode } from 'react';
import type { ReviewView } from '../../../contract/review.ts';
import { bottleneckOf } from '../../../domain/review/rates.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { spanText } from '../../ui/spans.ts';
import { texts as uiTexts } from '../../ui/texts.ts';
import { BarTable, ratePair } from './bar-table.tsx';
import { Fold } from './fold.tsx';
import { Mark } from './mark.tsx';
import { Section } from './section.tsx';
import { texts } from './texts.ts';
import type { ReviewNames } from './use-review-names.ts';

type Props = { review: ReviewView; names: ReviewNames };

/** Which promises were kept: step by step with the bottleneck, by department, by owner. */
export function TimelinessSection({ review, names }: Props): ReactNode {
  const t = useTexts(texts);
  const isEmpty = review.figures.timeliness.byClock.length === 0;
  return (
    <Section title={t('timeliness.title')} empty={isEmpty ? t('timeliness.none') : null}>
      <Steps review={review} names={names} />
      <Departments review={review} names={names} />
      <Owners review={review} names={names} />
    </Section>
  );
}

function Steps({ review, names }: Props): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const { byClock } = review.figures.timeliness;
  const bottleneck = bottleneckOf(byClock);
  const most = Math.max(0, ...byClock.map(({ met, late }) => met + late));
  const steps = byClock.toSorted(
    (a, b) =>
      a.playbook.localeCompare(b.playbook) ||
      names.clockOrder(a.playbook, a.clock) - names.clockOrder(b.playbook, b.clock),
  );
  const playbooks = [...Map.groupBy(steps, ({ playbook }) => playbook)];
  return playbooks.map(([playbook, own]) => {
    const hasBottleneck = own.some((one) => one === bottleneck);
    const table = (
      <BarTable
        label={t('timeliness.byClock')}
        head={t('step')}
        columns={[t('met'), t('late'), t('median')]}
        rows={own.map((one) => ({
          key: one.clock,
          label: names.clock(playbook, one.clock),
          mark: one === bottleneck ? <Mark tone="watch">{t('bottleneck')}</Mark> : null,
          bar: ratePair(one.met, one.late, most),
          figures: [one.met, one.late, one.medianMs === null ? '—' : spanText(one.medianMs, ui)],
        }))}
      />
    );
    if (playbooks.length === 1) return <Fragment key={playbook}>{table}</Fragment>;
    const sum = (of: 'met' | 'late') => own.reduce((total, one) => total + one[of], 0);
    return (
      <Fold
        key={playbook}
        title={names.playbook(playbook)}
        about={`${t('met')} ${sum('met')} · ${t('late')} ${sum('late')}`}
        mark={hasBottleneck ? <Mark tone="watch">{t('bottleneck')}</Mark> : null}
        startsOpen={hasBottleneck}
      >
        {table}
      </Fold>
    );
  });
}

function Departments({ review, names }: Props): ReactNode {
  const t = useTexts(texts);
  const { departments, marks } = review.appraisal;
  if (departments.length === 0) return null;
  return (
    <BarTable
      label={t('timeliness.byDepartment')}
      head={t('department')}
      columns={[t('met'), t('late'), t('onTime')]}
      rows={departments.map(({ department, met, late, onTime, isBelow }) => ({
        key: department,
        label: names.department(department),
        mark: isBelow ? <Mark tone="bad">{t('below', { mark: marks.onTime })}</Mark> : null,
        bar: ratePair(met, late, met + late),
        figures: [met, late, `${onTime} %`],
      }))}
    />
  );
}

function Owners({ review, names }: Props): ReactNode {
  const t = useTexts(texts);
  const { owners } = review.appraisal;
  if (owners.length === 0) return null;
  return (
    <BarTable
      label={t('timeliness.byOwner')}
      head={t('owner')}
      columns={[t('met'), t('late'), t('onTime')]}
      rows={owners.map(({ staff, met, late, onTime }) => ({
        key: String(staff),
        label: names.staff(staff),
        bar: ratePair(met, late, met + late),
        figures: [met, late, `${onTime} %`],
      }))}
    />
  );
}
