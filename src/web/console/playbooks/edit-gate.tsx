import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Explained } from '../../ui/explained.tsx';
import { texts } from './texts.ts';
import { useMayEdit } from './use-may-edit.ts';

type Props = { children: (isAllowed: boolean) => ReactNode; hold?: string | null };

/** Hands its button whether it may be pressed, and says why not: for want of the right, or because of `hold`. */
export function EditGate({ children, hold = null }: Props): ReactNode {
  const t = useTexts(texts);
  const reason = useMayEdit() ? hold : t('needRight');
  return <Explained reason={reason}>{children(reason === null)}</Explained>;
}
