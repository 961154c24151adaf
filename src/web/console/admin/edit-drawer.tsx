import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { useProblemWords } from '../../ui/error-state.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import styles from './admin.module.css';

type Props = {
  title: string;
  error: unknown;
  isSaving: boolean;
  onSave: () => void;
  onClose: () => void;
  /** Width in pixels. */
  size?: number;
  /** At the left of the foot, for what is not saving. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A form at the side: what went wrong above it, its buttons always in sight. */
export function EditDrawer({ title, error, isSaving, onSave, onClose, size = 460, aside, children }: Props): ReactNode {
  const ui = useTexts(uiTexts);
  const { title: what, remedy } = useProblemWords(error);
  const footer = (
    <div className={styles.footer}>
      {aside ? <span className={styles.aside}>{aside}</span> : null}
      <Button onClick={onClose}>{ui('cancel')}</Button>
      <Button type="primary" loading={isSaving} onClick={onSave}>
        {ui('save')}
      </Button>
    </div>
  );
  return (
    <SidePanel title={title} open size={size} onClose={onClose} footer={footer}>
      {error ? (
        <Alert className={styles.alert} type="error" showIcon title={what} description={remedy} role="alert" />
      ) : null}
      {children}
    </SidePanel>
  );
}
