import { ArrowRightOutlined, UserDeleteOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { Panel } from '../../../ui/panel.tsx';
import { paths } from '../../app/paths.ts';
import { Person } from '../../app/people.tsx';
import { ContactLine } from '../../customers/contact-line.tsx';
import { useCustomerOptions } from '../../customers/customer-options.ts';
import { texts } from '../texts.ts';
import { useTicket } from '../ticket-context.tsx';
import styles from './about.module.css';
import { GivenNumber } from './given-number.tsx';

/** Who asked: masked, with the way to the whole record. */
export function CustomerPanel(): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const { detail, playbook } = useTicket();
  const { customer } = detail;
  // Customers may be known from another playbook, with a type of its own.
  const { types } = useCustomerOptions();
  const type = [...playbook.customerTypes, ...types].find((one) => one.id === customer.type);
  const link = (
    <Link {...paths.customer(customer.id)} className={styles.more}>
      {t('customer.open')} <ArrowRightOutlined aria-hidden />
    </Link>
  );
  if (customer.isErased) {
    return (
      <Panel title={t('customer.title')} extra={link}>
        <p className={styles.erased}>
          <UserDeleteOutlined aria-hidden /> {t('customer.erased')}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={t('customer.title')} extra={link}>
      <div className={styles.customer}>
        <span className={styles.customerName}>
          <Person name={customer.name} />
          {type ? <span className={styles.chip}>{name(type.name)}</span> : null}
        </span>
        <ContactLine customer={customer} />
        {customer.number ? (
          <span className={styles.quiet}>{t('customer.number', { number: customer.number })}</span>
        ) : null}
        <GivenNumber />
      </div>
    </Panel>
  );
}
