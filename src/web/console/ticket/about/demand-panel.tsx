import type { ReactNode } from 'react';
import type { Binding } from '../../../../domain/playbook/schema-form.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Panel } from '../../../ui/panel.tsx';
import { AnswersView } from '../../form/answers-view.tsx';
import { texts } from '../texts.ts';
import { useTicket } from '../ticket-context.tsx';
import styles from './about.module.css';

/** Shown in the header, beside it or in this panel itself. */
const shownElsewhere: readonly Binding[] = [
  'description',
  'expectation',
  'customer-name',
  'customer-contact',
  'customer-number',
  'customer-type',
  'channel',
  'received-at',
  'category',
  'priority',
  'priority-reason',
];
const facts = ['again', 'reason', 'requirement', 'rootCause', 'solution'] as const;

/** What the customer asked for, in full, and what the work on it has come to. */
export function DemandPanel(): ReactNode {
  const t = useTexts(texts);
  const { detail, playbook } = useTicket();
  const form = playbook.forms.find((one) => one.id === playbook.stages[0]?.form);
  const registered = detail.forms.find((one) => one.form === form?.id);
  if (!form || !registered) return null;
  const answerTo = (binding: Binding) => {
    const value = registered.answers[form.fields.find((field) => field.binds === binding)?.id ?? ''];
    return Array.isArray(value) ? value.join('\n') : String(value ?? '');
  };
  const rows = [
    { key: 'expectation' as const, value: answerTo('expectation') },
    ...facts.map((key) => ({ key, value: detail[key] })),
  ].filter(({ value }) => value !== '');
  const hasMore = form.fields.some(
    ({ id, binds }) => (!binds || !shownElsewhere.includes(binds)) && registered.answers[id] !== undefined,
  );
  return (
    <Panel title={t('demand.title')}>
      <p className={styles.demand}>{answerTo('description') || t('noSubject')}</p>
      {rows.length === 0 ? null : (
        <dl className={styles.facts}>
          {rows.map(({ key, value }) => (
            <div key={key}>
              <dt>{t(`demand.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {hasMore ? (
        <details className={styles.registration}>
          <summary>{t('demand.more')}</summary>
          <AnswersView playbook={playbook} form={form} answers={registered.answers} without={shownElsewhere} />
        </details>
      ) : null}
    </Panel>
  );
}
