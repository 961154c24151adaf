import { CheckCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { AppearanceSwitch } from '../../ui/appearance-switch.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Mark } from '../../ui/wordmark.tsx';
import styles from './door.module.css';
import { texts } from './texts.ts';

const points = ['promise', 'loop', 'private'] as const;

/** The house front around sign-in and set-up. */
export function Door({ children }: { children: ReactNode }): ReactNode {
  const t = useTexts(texts);
  return (
    <div className={styles.door}>
      <aside className={styles.front}>
        <div className={styles.brand}>
          <Mark size={40} />
          <span className={styles.product}>回音</span>
          <span className={styles.latin}>Huiyin</span>
        </div>
        <div className={styles.words}>
          <p className={styles.slogan}>{t('slogan')}</p>
          <ul className={styles.points}>
            {points.map((point) => (
              <li key={point}>
                <CheckCircleFilled aria-hidden /> {t(`point.${point}`)}
              </li>
            ))}
          </ul>
        </div>
        <Ripples />
      </aside>
      <main className={styles.main}>
        <div className={styles.switches}>
          <LanguageSwitch />
          <AppearanceSwitch />
        </div>
        <div className={styles.content}>{children}</div>
      </main>
    </div>
  );
}

function Ripples(): ReactNode {
  return (
    <svg className={styles.ripples} viewBox="0 0 400 400" aria-hidden="true" fill="none" stroke="currentColor">
      {[40, 80, 120, 160, 200, 240].map((radius) => (
        <circle key={radius} cx="300" cy="300" r={radius} strokeOpacity={0.34 - radius / 900} />
      ))}
      <circle cx="300" cy="300" r="9" fill="#f0a35e" stroke="none" />
    </svg>
  );
}
