import { type ReactNode, useEffect } from 'react';
import { chooseAppearance, useIsDark } from '../ui/appearance.ts';
import logo from '../ui/huiyin.svg';
import { switchLanguage, useLanguage, useSay } from './language.ts';
import { go, usePlace } from './place.ts';

export function Header({ organisation }: { organisation: string }): ReactNode {
  const say = useSay();
  const { view } = usePlace();
  const isDark = useIsDark();
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.dataset.appearance = isDark ? 'dark' : 'light';
  }, [isDark]);
  return (
    <header className="header">
      <div className="headerInner">
        <img className="logo" src={logo} alt="" width="32" height="32" />
        <span className="organisation">{organisation}</span>
        <button type="button" className="quiet" onClick={switchLanguage} lang={language === 'zh' ? 'en' : 'zh-CN'}>
          {say('language.switch')}
        </button>
        <button
          type="button"
          className="quiet iconButton"
          onClick={() => chooseAppearance(isDark ? 'light' : 'dark')}
          aria-label={say(isDark ? 'appearance.light' : 'appearance.dark')}
        >
          <Moon isFull={isDark} />
        </button>
      </div>
      <nav className="tabs" aria-label={say('nav.label')}>
        {(['submit', 'follow', 'status'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="tab"
            aria-current={view === one ? 'page' : undefined}
            onClick={() => go(one)}
          >
            {say(`nav.${one}`)}
          </button>
        ))}
      </nav>
    </header>
  );
}

function Moon({ isFull }: { isFull: boolean }): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      {isFull ? (
        <>
          <circle cx="12" cy="12" r="4.2" />
          <path d="M12 2.5v2.6M12 18.9v2.6M2.5 12h2.6M18.9 12h2.6M5.3 5.3l1.8 1.8M16.9 16.9l1.8 1.8M5.3 18.7l1.8-1.8M16.9 7.1l1.8-1.8" />
        </>
      ) : (
        <path d="M20 14.2A8.2 8.2 0 0 1 9.8 4 8.2 8.2 0 1 0 20 14.2Z" />
      )}
    </svg>
  );
}
