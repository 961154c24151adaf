import { ArrowRightOutlined, CheckCircleFilled, UserAddOutlined, UserOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import type { CustomerView } from '../../../contract/customer.ts';
import type { CustomerBrief } from '../../../contract/ticket.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import { Person } from '../app/people.tsx';
import styles from './register.module.css';
import { texts } from './texts.ts';
import { TicketLine } from './ticket-line.tsx';
import type { CustomerLookup } from './use-customer-lookup.ts';

const mostRecent = 3;

/** Who is calling, as far as one may see: masked record, open tickets with their promises, the latest others. */
export function CustomerCard({ lookup }: { lookup: CustomerLookup }): ReactNode {
  const t = useTexts(texts);
  if (!lookup.hasKey && lookup.chosenId === undefined) return null;
  return (
    <Panel title={t('customer.title')}>
      <div aria-live="polite">
        <Content lookup={lookup} />
      </div>
    </Panel>
  );
}

function Content({ lookup }: { lookup: CustomerLookup }): ReactNode {
  const t = useTexts(texts);
  if (lookup.chosen) return <Chosen customer={lookup.chosen} />;
  if (lookup.isSearching || lookup.chosenId !== undefined) {
    return (
      <div className={styles.quiet}>
        <Spin size="small" /> {t('lookup.searching')}
      </div>
    );
  }
  if (lookup.matches.length === 0) {
    return (
      <p className={styles.quiet}>
        <UserAddOutlined aria-hidden /> {t('lookup.none')}
      </p>
    );
  }
  return (
    <>
      <p className={styles.quiet}>{t('lookup.found', { count: lookup.matches.length })}</p>
      <ul className={styles.matches}>
        {lookup.matches.map((one) => (
          <Match key={one.id} customer={one} onChoose={() => lookup.choose(one.id)} />
        ))}
      </ul>
    </>
  );
}

function Match({ customer, onChoose }: { customer: CustomerBrief; onChoose: () => void }): ReactNode {
  const t = useTexts(texts);
  return (
    <li className={styles.match}>
      <span>
        <UserOutlined aria-hidden /> {customer.name} <span className={styles.quiet}>{customer.contact}</span>
      </span>
      <Button size="small" onClick={onChoose}>
        {t('lookup.choose')}
      </Button>
    </li>
  );
}

function Chosen({ customer }: { customer: CustomerView }): ReactNode {
  const t = useTexts(texts);
  const open = customer.tickets.filter(({ status }) => status !== 'closed');
  const recent = customer.tickets.filter(({ status }) => status === 'closed').slice(0, mostRecent);
  return (
    <>
      <div className={styles.chosen}>
        <Person name={customer.name} />
        <span className={styles.linked}>
          <CheckCircleFilled aria-hidden /> {t('lookup.chosen')}
        </span>
        <Link {...paths.customer(customer.id)} target="_blank" className={styles.record}>
          {t('customer.record')} <ArrowRightOutlined aria-hidden />
        </Link>
      </div>
      <p className={styles.quiet}>{[customer.contact, customer.number].filter((one) => one !== '').join(' · ')}</p>
      {customer.note ? <p className={styles.customerNote}>{customer.note}</p> : null}
      {customer.tickets.length === 0 ? <p className={styles.quiet}>{t('customer.noTickets')}</p> : null}
      {open.length > 0 ? (
        <>
          <h3 className={styles.smallTitle}>{t('customer.open')}</h3>
          {open.map((row) => (
            <TicketLine key={row.id} row={row} />
          ))}
        </>
      ) : null}
      {recent.length > 0 ? (
        <>
          <h3 className={styles.smallTitle}>{t('customer.recent')}</h3>
          {recent.map((row) => (
            <TicketLine key={row.id} row={row} />
          ))}
        </>
      ) : null}
    </>
  );
}
