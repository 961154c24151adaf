import { BellOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Badge, Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { MarkAllRead } from '../notices/mark-all-read.tsx';
import { NoticeList } from '../notices/notice-list.tsx';
import styles from './header.module.css';
import { texts } from './texts.ts';

export function NoticesBell(): ReactNode {
  const t = useTexts(texts);
  const { unreadNotices } = useMe();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  const content = (
    <section className={styles.notices} aria-label={t('nav.notices')}>
      <div className={styles.noticesHead}>
        <strong>{t('nav.notices')}</strong>
        <MarkAllRead />
      </div>
      <div className={styles.noticesBody}>
        <NoticeList limit={8} onOpen={close} />
      </div>
      <Link {...paths.notices()} className={styles.noticesAll} onClick={close}>
        {t('bell.all')}
      </Link>
    </section>
  );
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setIsOpen}
      placement="bottomRight"
      content={content}
      destroyOnHidden
      styles={{ container: { padding: 0 } }}
    >
      <Badge count={unreadNotices} size="small" offset={[-5, 5]} overflowCount={99}>
        <Button
          type="text"
          icon={<BellOutlined />}
          aria-expanded={isOpen}
          aria-label={unreadNotices > 0 ? t('bell.label', { count: unreadNotices }) : t('bell.none')}
        />
      </Badge>
    </Popover>
  );
}
