import { CompassOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useDocumentTitle } from '../../ui/page-header.tsx';
import { paths } from './paths.ts';
import { texts } from './texts.ts';

export function NotFound(): ReactNode {
  const t = useTexts(texts);
  useDocumentTitle(t('notFound.title'));
  return (
    <>
      <h1 className="visually-hidden">{t('notFound.title')}</h1>
      <EmptyState
        icon={<CompassOutlined />}
        title={t('notFound.title')}
        hint={t('notFound.hint')}
        action={<Link {...paths.work()}>{t('notFound.back')}</Link>}
      />
    </>
  );
}
