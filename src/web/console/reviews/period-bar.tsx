import { useNavigate } from '@tanstack/react-router';
import { DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { dayFormat, type PresetName, presetNames, presetOf, presetPeriod } from './period.ts';
import type { ReviewAsk } from './queries.ts';
import styles from './reviews.module.css';
import { texts } from './texts.ts';

/** Which days and which playbook; the address keeps both. */
export function PeriodBar({ ask }: { ask: ReviewAsk }): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const navigate = useNavigate();
  const playbooks = [...usePlaybooks().values()];
  const show = (change: Partial<ReviewAsk>) => {
    const { playbook, ...days } = { ...ask, ...change };
    void navigate(paths.reviews({ ...days, ...(playbook === undefined ? {} : { playbook }) }));
  };
  return (
    <div className={styles.bar} data-screen-only>
      <div className={styles.presets}>
        <Segmented<PresetName | ''>
          aria-label={t('period.presets')}
          options={presetNames.map((value) => ({ value, label: t(`period.${value}`) }))}
          value={presetOf(ask) ?? ''}
          onChange={(name) => name !== '' && show(presetPeriod(name))}
        />
      </div>
      <DatePicker.RangePicker
        aria-label={t('period.own')}
        allowClear={false}
        value={[dayjs(ask.from), dayjs(ask.to)]}
        onChange={(days) => {
          const [from, to] = days ?? [];
          if (from && to) show({ from: from.format(dayFormat), to: to.format(dayFormat) });
        }}
      />
      <Select<string>
        aria-label={t('playbook')}
        className={styles.pick ?? ''}
        value={ask.playbook ?? ''}
        options={[
          { value: '', label: t('playbook.all') },
          ...playbooks.map(({ id, name }) => ({ value: id, label: names(name) })),
        ]}
        onChange={(id) => show({ playbook: id === '' ? undefined : id })}
      />
    </div>
  );
}
