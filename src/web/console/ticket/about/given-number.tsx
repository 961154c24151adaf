import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { customerAccess } from '../../../../domain/access/customer-rules.ts';
import { useMe } from '../../../api/session.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { useSayProblem } from '../../../ui/use-say-problem.ts';
import { useChangeCustomer } from '../../customers/use-change-customer.ts';
import { givenAnswers } from '../given-answers.ts';
import { texts } from '../texts.ts';
import { useTicket } from '../ticket-context.tsx';
import styles from './about.module.css';

/**
 * A known customer who tells their number only now has it in the form, not in their record: whoever may correct that takes it over, so that
 * the next call finds them by it. A number that is masked here is no help.
 */
export function GivenNumber(): ReactNode {
  const t = useTexts(texts);
  const { message } = App.useApp();
  const sayProblem = useSayProblem();
  const { detail, playbook } = useTicket();
  const { customer } = detail;
  const mayChange = customerAccess({ kind: 'staff', ...useMe() }, 'change').is === 'allowed';
  const change = useChangeCustomer(customer.id);
  const given = String(givenAnswers(detail, playbook, 'customer-number').at(-1) ?? '').trim();
  if (!mayChange || customer.number !== '' || given === '' || given.includes('*')) return null;
  const keep = () =>
    change.mutate(
      { number: given },
      { onSuccess: () => void message.success(t('customer.kept')), onError: sayProblem },
    );
  return (
    <span className={styles.quiet}>
      {t('customer.given', { number: given })}{' '}
      <Button type="link" size="small" loading={change.isPending} onClick={keep}>
        {t('customer.keep')}
      </Button>
    </span>
  );
}
