import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReviewView } from '../../../contract/review.ts';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { spanText } from '../../ui/spans.ts';
import { texts as uiTexts } from '../../ui/texts.ts';
import { paths } from '../app/paths.ts';
import styles from './reviews.module.css';
import { Section } from './section.tsx';
import { texts } from './texts.ts';

/** What the month's training is held with: the best answers, the failures, and what somebody marked. */
export function CasesSection({ review }: { review: ReviewView }): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const fieldName = useFieldName();
  const { fastest, escalatedAfterMissingField, forTraining } = review.figures.cases;
  const isEmpty = fastest.length + escalatedAfterMissingField.length + forTraining.length === 0;
  return (
    <Section title={t('cases.title')} empty={isEmpty ? t('cases.none') : null}>
      <CaseList
        title={t('cases.fastest')}
        items={fastest.map(({ ms, ...one }) => ({ ...one, about: t('cases.answeredIn', { span: spanText(ms, ui) }) }))}
      />
      <CaseList
        title={t('cases.escalated')}
        items={escalatedAfterMissingField.map(({ fields, ...one }) => ({
          ...one,
          about: t('cases.lacked', { fields: fields.map(fieldName).join(t('comma')) }),
        }))}
      />
      <CaseList title={t('cases.marked')} items={forTraining.map((one) => ({ ...one, about: '' }))} />
    </Section>
  );
}

type Item = { ticket: number; number: string; about: string };

function CaseList({ title, items }: { title: string; items: readonly Item[] }): ReactNode {
  if (items.length === 0) return null;
  return (
    <div className={styles.block}>
      <h3 className={styles.subhead}>{title}</h3>
      <ul className={styles.cases}>
        {items.map(({ ticket, number, about }) => (
          <li key={ticket}>
            <Link {...paths.ticket(ticket)}>{number}</Link> <span className={styles.quiet}>{about}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The list of cases does not say of which playbook a field is: the first that has it names it. */
function useFieldName(): (code: string) => string {
  const names = useNames();
  const fields = [...usePlaybooks().values()].flatMap(({ forms }) => forms.flatMap((form) => form.fields));
  return (code) => names(fields.find(({ id }) => id === code)?.name) || code;
}
