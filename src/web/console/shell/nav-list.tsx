import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { queries } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './nav.module.css';
import { type NavItem, visibleTo } from './nav-items.tsx';
import { texts } from './texts.ts';

type Props = { isCollapsed?: boolean; onChoose?: () => void };

/** The pages one may open, daily work first. */
export function NavList({ isCollapsed = false, onChoose }: Props): ReactNode {
  const t = useTexts(texts);
  const me = useMe();
  const counts = useQuery(queries.counts()).data;
  const items = visibleTo(me.roles);
  const numbers: Partial<Record<NavItem['key'], number>> = {
    work: counts?.mine ?? 0,
    queues: counts?.open ?? 0,
    notices: me.unreadNotices,
  };
  const entry = (item: NavItem) => (
    <li key={item.key}>
      <Tooltip title={isCollapsed ? t(`nav.${item.key}`) : null} placement="right">
        <Link
          {...item.link}
          className={styles.item}
          activeProps={{ className: styles.active }}
          activeOptions={{ exact: item.key === 'work', includeSearch: false }}
          onClick={onChoose}
          aria-label={isCollapsed ? t(`nav.${item.key}`) : undefined}
        >
          <span className={styles.icon} aria-hidden>
            {item.icon}
          </span>
          {isCollapsed ? null : <span className={styles.label}>{t(`nav.${item.key}`)}</span>}
          {!isCollapsed && numbers[item.key] ? <span className={styles.number}>{numbers[item.key]}</span> : null}
        </Link>
      </Tooltip>
    </li>
  );
  return (
    <>
      <ul className={styles.list}>{items.filter((item) => item.group === 'daily').map(entry)}</ul>
      <p className={styles.group}>{isCollapsed ? <span className={styles.rule} /> : t('nav.admin')}</p>
      <ul className={styles.list}>{items.filter((item) => item.group === 'admin').map(entry)}</ul>
    </>
  );
}
