import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { InputRef } from 'antd';
import type { ReactNode, Ref } from 'react';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { AppearanceSwitch } from '../../ui/appearance-switch.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Mark } from '../../ui/wordmark.tsx';
import { paths } from '../app/paths.ts';
import styles from './header.module.css';
import { NoticesBell } from './notices-bell.tsx';
import { SearchBox } from './search-box.tsx';
import { texts } from './texts.ts';
import { UserMenu } from './user-menu.tsx';

type Props = { searchRef: Ref<InputRef>; onHelp: () => void };

export function Header({ searchRef, onHelp }: Props): ReactNode {
  const t = useTexts(texts);
  const { may } = useMe();
  return (
    <header className={styles.header} data-screen-only>
      <Link {...paths.work()} className={styles.mark} aria-label={t('nav.work')}>
        <Mark size={30} />
      </Link>
      <SearchBox inputRef={searchRef} />
      <div className={styles.tools}>
        {may.register ? (
          <Link {...paths.register()} className={styles.register}>
            <PlusOutlined aria-hidden /> {t('register')}
            <span className={styles.registerKey} aria-hidden>
              <KeyCap>N</KeyCap>
            </span>
          </Link>
        ) : null}
        <span className={styles.wide}>
          <NoticesBell />
          <LanguageSwitch />
          <AppearanceSwitch />
        </span>
        <UserMenu onHelp={onHelp} />
      </div>
    </header>
  );
}
