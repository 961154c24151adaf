import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useDocumentTitle } from '../../ui/page-header.tsx';
import { paths } from '../app/paths.ts';
import styles from './door.module.css';
import { Door } from './door.tsx';
import { SetUpForm } from './set-up-form.tsx';
import { texts } from './texts.ts';

/** The first start: the one-time link carries the key. */
export function SetUpPage(): ReactNode {
  const t = useTexts(texts);
  const { key } = useSearch({ from: '/setup' });
  const door = useQuery(queries.door()).data;
  useDocumentTitle(t('setUp.title'));
  if (door?.isSetUp) {
    return (
      <Door>
        <h1 className="visually-hidden">{t('setUp.title')}</h1>
        <EmptyState
          title={t('setUp.done')}
          hint={t('setUp.doneHint')}
          action={<Link {...paths.signIn()}>{t('setUp.toSignIn')}</Link>}
        />
      </Door>
    );
  }
  if (!key) {
    return (
      <Door>
        <h1 className="visually-hidden">{t('setUp.title')}</h1>
        <EmptyState title={t('setUp.noKey')} hint={t('setUp.noKeyHint')} />
      </Door>
    );
  }
  return (
    <Door>
      <h1 className={styles.title}>{t('setUp.title')}</h1>
      <p className={styles.lead}>{t('setUp.lead')}</p>
      <SetUpForm setupKey={key} />
    </Door>
  );
}
