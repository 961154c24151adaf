import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDepartmentNames } from '../../api/playbook-names.ts';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import tabStyles from '../../ui/tabs.module.css';
import { paths } from '../app/paths.ts';
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
    <nav className={tabStyles.row} aria-label={t('tabs.label')}>
      {tabs.map(({ code, count, late }) => (
        <Link
          key={code ?? ''}
          {...paths.tracking(withChange(search, { department: code }))}
          className={tabStyles.tab}
          aria-current={code === search.department ? 'page' : undefined}
        >
          {label(code)}
          {count === undefined ? null : <span className={tabStyles.number}>{count}</span>}
          {late > 0 ? (
            <span className={tabStyles.number} data-tone="late" title={t('tabs.late', { count: late })}>
              <span aria-hidden>{late}</span>
              <span className="visually-hidden">{t('tabs.late', { count: late })}</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
