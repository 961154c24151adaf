import { Drawer, type DrawerProps } from 'antd';
import type { ReactNode } from 'react';
import { FocusKeeper } from './focus-keeper.tsx';

/** What slides in at the side of the page, never wider than the page; the focus as in a dialog: the panel itself would take it from the first field. */
export function SidePanel({ children, styles, ...rest }: DrawerProps): ReactNode {
  return (
    <Drawer destroyOnHidden autoFocus={false} styles={{ wrapper: { maxWidth: '100vw' }, ...styles }} {...rest}>
      <FocusKeeper>{children}</FocusKeeper>
    </Drawer>
  );
}
