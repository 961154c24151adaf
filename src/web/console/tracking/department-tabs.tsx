import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDepartmentNames } from '../../api/playbook-names.ts';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { Tab, TabNumber, TabRow } from '../app/tabs.tsx';
import type { TrackingSearch } from './search.ts';
import { texts } from './texts.ts';
import { withChange } from './use-tracking.ts';

/** All, and each department that has something under way, with how many and how many of them are late. */
export function DepartmentTabs({ search }: { search: TrackingSearch }): ReactNode {
  const t = useTexts(texts);
  const departmentName = useDepartmentNames();
  const counts = useQuery(queries.trackingCounts(search.playbook)).data;
  const departments = (counts?.departments ?? []).map((one) => ({ ...one, code: one.department ?? 'none' }));
  const isChosenAway = search.department && !departments.some(({ code }) => code === search.department);
  const chosen = isChosenAway ? [{ code: search.department ?? '', count: 0, late: 0 }] : [];
  const tabs = [{ code: undefined, count: counts?.count, late: counts?.late ?? 0 }, ...departments, ...chosen];
  const label = (code: string | undefined) =>
    code === undefined ? t('tabs.all') : code === 'none' ? t('tabs.none') : departmentName(code);
  return (
    <TabRow label={t('tabs.label')}>
      {tabs.map(({ code, count, late }) => (
        <Tab
          key={code ?? ''}
          to={paths.tracking(withChange(search, { department: code }))}
          isCurrent={code === search.department}
        >
          {label(code)}
          {count === undefined ? null : <TabNumber>{count}</TabNumber>}
          {late > 0 ? (
            <TabNumber tone="late" title={t('tabs.late', { count: late })}>
              <span aria-hidden>{late}</span>
              <span className="visually-hidden">{t('tabs.late', { count: late })}</span>
            </TabNumber>
          ) : null}
        </Tab>
      ))}
    </TabRow>
  );
}
