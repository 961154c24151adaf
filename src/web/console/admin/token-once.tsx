import { CopyOutlined } from '@ant-design/icons';
import { Alert, App, Button, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts as uiTexts } from '../../ui/texts.ts';
import styles from './admin.module.css';
import { texts } from './texts.ts';

/** The only time that a token is seen. Closing takes a deliberate press. */
export function TokenOnce({ token, name, onClose }: { token: string; name: string; onClose: () => void }): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    message.success(ui('copied'));
  };
  return (
    <Modal
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
        title={t('tokens.once')}
        description={t('tokens.onceHint')}
      />
      <div className={styles.token}>
        <Input readOnly value={token} aria-label={t('tokens.value')} onFocus={(event) => event.target.select()} />
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {ui('copy')}
        </Button>
      </div>
    </Modal>
  );
}
