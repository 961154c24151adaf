import { EyeInvisibleOutlined, EyeOutlined, LockOutlined } from '@ant-design/icons';
import { Button, Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './customers.module.css';
import { RevealDialog } from './reveal-dialog.tsx';
import { texts } from './texts.ts';
import { shownMinutes, useReveal } from './use-reveal.ts';

type Props = { customer: { id: number; contact: string } };

/** A contact, masked until somebody says why they need it; then with a button to copy it. */
export function ContactLine({ customer }: Props): ReactNode {
  const t = useTexts(texts);
  const [isAsking, setAsking] = useState(false);
  const { revealed, hide, ask } = useReveal(customer.id);
  if (revealed) {
    return (
      <span className={styles.contact}>
        <Typography.Text copyable className={styles.shown ?? ''}>
          {revealed.contact}
        </Typography.Text>
        <Button type="link" size="small" icon={<EyeInvisibleOutlined aria-hidden />} onClick={hide}>
          {t('hide')}
        </Button>
        <small>{t('reveal.shown', { minutes: shownMinutes })}</small>
      </span>
    );
  }
  return (
    <span className={styles.contact}>
      <span className={styles.masked}>
        <LockOutlined aria-hidden /> {customer.contact || t('profile.none')}
      </span>
      {customer.contact ? (
        <Button type="link" size="small" icon={<EyeOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {t('reveal')}
        </Button>
      ) : null}
      <RevealDialog isOpen={isAsking} onClose={() => setAsking(false)} ask={ask} />
    </span>
  );
}
