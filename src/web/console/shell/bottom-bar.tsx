import { BellOutlined, CompassOutlined, InboxOutlined, MenuOutlined, PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Badge, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { AppearanceSwitch } from '../../ui/appearance-switch.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { paths } from '../app/paths.ts';
import styles from './bottom-bar.module.css';
import { NavList } from './nav-list.tsx';
import { texts } from './texts.ts';

/** Navigation under the thumb, on phones: four places, the primary action in the middle. */
export function BottomBar(): ReactNode {
  const t = useTexts(texts);
  const { unreadNotices, organisation, may } = useMe();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const tab = { className: styles.tab, activeProps: { className: styles.active } };
  return (
    <nav className={styles.bar} aria-label={t('nav.label')} data-screen-only>
      <Link {...paths.work()} {...tab} activeOptions={{ exact: true, includeSearch: false }}>
        <CompassOutlined aria-hidden /> {t('nav.work')}
      </Link>
      <Link {...paths.queues()} {...tab} activeOptions={{ includeSearch: false }}>
        <InboxOutlined aria-hidden /> {t('nav.queues')}
      </Link>
      {may.register ? (
        <Link {...paths.register()} className={styles.primary} aria-label={t('register.long')}>
          <PlusOutlined aria-hidden />
        </Link>
      ) : null}
      <Link {...paths.notices()} {...tab}>
        <Badge count={unreadNotices} size="small" offset={[4, 0]}>
          <BellOutlined aria-hidden className={styles.bell} />
        </Badge>
        {t('nav.notices')}
      </Link>
      <button type="button" className={styles.tab} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <MenuOutlined aria-hidden /> {t('nav.more')}
      </button>
      <Drawer title={organisation} placement="right" size={280} open={isOpen} onClose={close}>
        <NavList onChoose={close} />
        <div className={styles.switches}>
          <LanguageSwitch />
          <AppearanceSwitch />
        </div>
      </Drawer>
    </nav>
  );
}
