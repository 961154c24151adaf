import { CheckCircleOutlined, ExclamationCircleOutlined, PauseCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { GroupChatView } from '../../../contract/group-chat.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './group-chats.module.css';
import { texts } from './texts.ts';

/** How it stands with a department's robot; opens its settings. */
export function ChatCell({
  chat,
  name,
  onOpen,
}: {
  chat: GroupChatView | undefined;
  name: string;
  onOpen: () => void;
}): ReactNode {
  const t = useTexts(texts);
  const shown = chat ? t(`product.${chat.product}`) : t('none');
  return (
    <span className={styles.cell}>
      <Button type="link" size="small" aria-label={t('open', { shown, name })} onClick={onOpen}>
        {shown}
      </Button>
      {chat ? <State chat={chat} /> : null}
    </span>
  );
}

function State({ chat }: { chat: GroupChatView }): ReactNode {
  const t = useTexts(texts);
  if (chat.address === null)
    return (
      <span className={styles.warn}>
        <ExclamationCircleOutlined aria-hidden /> {t('lost')}
      </span>
    );
  if (chat.failed > 0)
    return (
      <span className={styles.warn}>
        <ExclamationCircleOutlined aria-hidden /> {t('failed', { count: chat.failed })}
      </span>
    );
  if (!chat.isOn)
    return (
      <span className={styles.quiet}>
        <PauseCircleOutlined aria-hidden /> {t('off')}
      </span>
    );
  return chat.lastPostedAt === null ? null : <CheckCircleOutlined className={styles.good ?? ''} aria-hidden />;
}
