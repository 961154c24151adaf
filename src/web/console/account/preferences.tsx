import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { changeLanguage } from '../../i18n/i18n.ts';
import { languages } from '../../i18n/language.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import { appearances, chooseAppearance, useAppearance } from '../../ui/appearance.ts';
import { Panel } from '../../ui/panel.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import styles from './account.module.css';
import { texts } from './texts.ts';

/** Each language in its own words, so that it is found by whoever reads no other. */
const ownNames = { zh: '中文', en: 'English' } as const;

/** How this browser shows the pages: what can be chosen, and what is. */
export function Preferences(): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  return (
    <Panel title={t('preferences')}>
      <p className={styles.hint}>{t('preferences.hint')}</p>
      <dl className={styles.facts}>
        <dt>{t('language')}</dt>
        <dd>
          <Segmented
            aria-label={t('language')}
            value={useLanguage()}
            options={languages.map((value) => ({ value, label: ownNames[value] }))}
            onChange={changeLanguage}
          />
        </dd>
        <dt>{t('appearance')}</dt>
        <dd>
          <Segmented
            aria-label={t('appearance')}
            value={useAppearance()}
            options={appearances.map((value) => ({ value, label: ui(`appearance.${value}`) }))}
            onChange={chooseAppearance}
          />
        </dd>
      </dl>
    </Panel>
  );
}
