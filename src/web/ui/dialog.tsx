import { Modal, type ModalProps } from 'antd';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import { FocusKeeper } from './focus-keeper.tsx';

/** A dialog over the page: the cursor stands in its first field, and afterwards where it was before. */
export function Dialog({ children, rootClassName = '', ...rest }: ModalProps): ReactNode {
  return (
    <Modal destroyOnHidden rootClassName={`${styles.dialog} ${rootClassName}`} {...rest}>
      <FocusKeeper>{children}</FocusKeeper>
    </Modal>
  );
}
