import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CustomerView } from '../../../contract/customer.ts';
import { useHasRole } from '../../api/session.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { ContactLine } from './contact-line.tsx';
import { useCustomerOptions } from './customer-options.ts';
import styles from './customers.module.css';
import { EditDialog } from './edit-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { texts } from './texts.ts';

type Row = { label: string; value: ReactNode };

/** What is known of the customer, masked, with the ways to see, mend and erase it. */
export function ProfilePanel({ customer }: { customer: CustomerView }): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const [dialog, setDialog] = useState<'edit' | 'erase' | null>(null);
  const mayErase = useHasRole('supervisor', 'admin');
  const { types, channels } = useCustomerOptions();
  const named = (options: typeof types, id: string | null) => name(options.find((one) => one.id === id)?.name) || id;
  const rows: Row[] = [
    { label: t('profile.contact'), value: <ContactLine customer={customer} /> },
    { label: t('profile.number'), value: customer.number },
    { label: t('profile.type'), value: named(types, customer.type) },
    { label: t('profile.preferredChannel'), value: named(channels, customer.preferredChannel) },
    { label: t('profile.note'), value: customer.note },
    { label: t('profile.since'), value: <TimeText at={customer.createdAt} isAbsolute /> },
  ];
  return (
    <Panel
      title={t('profile.title')}
      extra={
        <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setDialog('edit')}>
          {t('edit')}
        </Button>
      }
    >
      <dl className={styles.rows}>
        {rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || <span className={styles.none}>{t('profile.none')}</span>}</dd>
          </div>
        ))}
      </dl>
      {mayErase ? (
        <p className={styles.eraseLine}>
          <Button
            type="text"
            danger
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => setDialog('erase')}
          >
            {t('erase.open')}
          </Button>
        </p>
      ) : null}
      {dialog === 'edit' ? <EditDialog customer={customer} onClose={() => setDialog(null)} /> : null}
      {dialog === 'erase' ? <EraseDialog customer={customer} onClose={() => setDialog(null)} /> : null}
    </Panel>
  );
}
