import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts.ts';
import { useMayEdit } from './use-may-edit.ts';

/** Hands its button whether it may be pressed, and says why not. */
export function EditGate({ children }: { children: (isAllowed: boolean) => ReactNode }): ReactNode {
  const t = useTexts(texts);
  const isAllowed = useMayEdit();
  return <Tooltip title={isAllowed ? null : t('needRight')}>{children(isAllowed)}</Tooltip>;
}
