import { Outlet, useNavigate } from '@tanstack/react-router';
import type { InputRef } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { PlaybooksProvider } from '../../api/playbooks-provider.tsx';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { BottomBar } from './bottom-bar.tsx';
import { Header } from './header.tsx';
import './print.css';
import styles from './shell.module.css';
import { useShortcuts } from './shortcuts.ts';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { SideNav } from './side-nav.tsx';
import { texts } from './texts.ts';
import { useLive } from './use-live.ts';
import { usePageFocus } from './use-page-focus.ts';

/** A button and no link: the router would take the address for another place. */
function skip(): void {
  document.getElementById('content')?.focus();
}

/** What stands around every page behind sign-in. */
export function Shell(): ReactNode {
  const t = useTexts(texts);
  const { may } = useMe();
  const navigate = useNavigate();
  const search = useRef<InputRef>(null);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const isLive = useLive();
  usePageFocus();
  const register = () => void navigate(paths.register());
  const focusSearch = () => search.current?.focus({ cursor: 'all' });
  useShortcuts({
    ...(may.register ? { n: register, 'alt+n': register } : {}),
    '/': focusSearch,
    'alt+k': focusSearch,
    'alt+w': () => void navigate(paths.work()),
    'alt+q': () => void navigate(paths.queues()),
    '?': () => setIsHelpOpen(true),
  });
  return (
    <PlaybooksProvider>
      <button type="button" className={styles.skip} data-screen-only onClick={skip}>
        {t('skip')}
      </button>
      <div className={styles.shell}>
        <div className={styles.side} data-screen-only>
          <SideNav />
        </div>
        <div className={styles.column}>
          <Header searchRef={search} onHelp={() => setIsHelpOpen(true)} />
          {isLive ? null : (
            <p className={styles.offline} role="status" data-screen-only>
              {t('offline')}
            </p>
          )}
          <main id="content" tabIndex={-1} className={styles.main}>
            <Outlet />
          </main>
        </div>
      </div>
      <BottomBar />
      <ShortcutsHelp isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
    </PlaybooksProvider>
  );
}
