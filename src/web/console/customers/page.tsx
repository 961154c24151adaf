import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { texts } from './texts.ts';

export function CustomerPage(): ReactNode {
  const t = useTexts(texts);
  return <PageHeader title={t('title')} />;
}
