import { CopyOutlined } from '@ant-design/icons';
import { Alert, App, Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import styles from './admin.module.css';
import { texts } from './texts.ts';

type Props = { token: string; name: string; label?: string; hint?: string; onClose: () => void };

/** The only time that a secret is seen: a token, unless `label` and `hint` say what else. Closing takes a deliberate press. */
export function TokenOnce({ token, name, label, hint, onClose }: Props): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    message.success(ui('copied'));
  };
  return (
    <Dialog
      open
      title={name}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('tokens.done')}
        </Button>
      }
    >
      <Alert
        className={styles.alert}
        type="warning"
        showIcon
        title={hint ?? t('tokens.once')}
        description={hint === undefined ? t('tokens.onceHint') : undefined}
      />
      <div className={styles.token}>
        <Input
          readOnly
          value={token}
          aria-label={label ?? t('tokens.value')}
          onFocus={(event) => event.target.select()}
        />
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {ui('copy')}
        </Button>
      </div>
    </Dialog>
  );
}
