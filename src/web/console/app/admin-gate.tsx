import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useHasRole } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts.ts';

/** Hands its button whether it may be pressed, and says why not. */
export function AdminGate({ children }: { children: (isAllowed: boolean) => ReactNode }): ReactNode {
  const t = useTexts(texts);
  const isAllowed = useHasRole('admin');
  return <Tooltip title={isAllowed ? null : t('adminOnly')}>{children(isAllowed)}</Tooltip>;
}
