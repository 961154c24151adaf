import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { ErrorState, useProblemWords } from '../../ui/error-state.tsx';
import { useDocumentTitle } from '../../ui/page-header.tsx';
import { paths } from './paths.ts';
import { texts } from './texts.ts';

type Props = { error: unknown; onRetry: () => void };

/** Instead of a whole page that cannot be shown: its heading, what went wrong, and a way on where asking again will not help. */
export function PageFailure({ error, onRetry }: Props): ReactNode {
  const t = useTexts(texts);
  const { title } = useProblemWords(error);
  useDocumentTitle(title);
  return (
    <>
      <h1 className="visually-hidden">{title}</h1>
      <ErrorState error={error} onRetry={onRetry} wayOn={<Link {...paths.work()}>{t('notFound.back')}</Link>} />
    </>
  );
}
