import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { isCompactNow } from '../../ui/use-width.ts';
import { Mark } from '../../ui/wordmark.tsx';
import { paths } from '../app/paths.ts';
import styles from './nav.module.css';
import { NavList } from './nav-list.tsx';
import { readFlag, writeFlag } from './stored-flag.ts';
import { texts } from './texts.ts';

export function SideNav(): ReactNode {
  const t = useTexts(texts);
  const { organisation } = useMe();
  const [isCollapsed, setIsCollapsed] = useState(() => readFlag('nav-collapsed', isCompactNow()));
  const toggle = () => {
    writeFlag('nav-collapsed', !isCollapsed);
    setIsCollapsed(!isCollapsed);
  };
  const label = t(isCollapsed ? 'nav.expand' : 'nav.collapse');
  return (
    <nav className={`${styles.side} ${isCollapsed ? styles.narrow : ''}`} aria-label={t('nav.label')}>
      <Link {...paths.work()} className={styles.brand} aria-label={isCollapsed ? organisation : undefined}>
        <Mark size={32} />
        {isCollapsed ? null : (
          <span className={styles.names}>
            <span className={styles.product}>回音</span>
            <span className={styles.organisation}>{organisation}</span>
          </span>
        )}
      </Link>
      <NavList isCollapsed={isCollapsed} />
      <button type="button" className={styles.fold} onClick={toggle} aria-label={label} title={label}>
        {isCollapsed ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
        {isCollapsed ? null : <span>{label}</span>}
      </button>
    </nav>
  );
}
