import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useHasRole } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts.ts';

export function useMayEditPhrases(): boolean {
  return useHasRole('supervisor', 'admin');
}

/** Hands its button whether it may be pressed, and says why not. */
export function EditGate({ children }: { children: (isAllowed: boolean) => ReactNode }): ReactNode {
  const t = useTexts(texts);
  const isAllowed = useMayEditPhrases();
  return <Tooltip title={isAllowed ? null : t('editorsOnly')}>{children(isAllowed)}</Tooltip>;
}
