import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PlaybookForm } from '../../../domain/playbook/schema.ts';
import type { Binding } from '../../../domain/playbook/schema-form.ts';
import type { Answers } from '../../../domain/ticket/events.ts';
import { queries } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { fullTime } from '../../ui/spans.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { answerLines } from './answer-text.ts';
import styles from './form.module.css';
import type { FormPlaybook } from './options.ts';
import { texts } from './texts.ts';

type Props = {
  playbook: FormPlaybook;
  form: PlaybookForm;
  answers: Answers;
  isErased?: boolean;
  /** Leaves out what is shown elsewhere. */
  without?: readonly (Binding | undefined)[];
};

/** A submitted form to read: only what was answered, lists numbered, names instead of ids. */
export function AnswersView({ playbook, form, answers, isErased = false, without = [] }: Props): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const locale = useLocale();
  const staff = useQuery(queries.staff()).data?.items ?? [];
  const words = {
    name,
    staff: (id: number) => staff.find((one) => one.id === id)?.name ?? `#${id}`,
    time: (instant: string) => (Number.isNaN(Date.parse(instant)) ? instant : fullTime(Date.parse(instant), locale)),
    yes: t('check.yes'),
    no: t('check.no'),
  };
  const rows = form.fields
    .filter((field) => !field.binds || !without.includes(field.binds))
    .map((field) => ({ field, lines: answerLines(playbook, field, answers[field.id], words) }))
    .filter(({ lines }) => lines.length > 0);
  if (rows.length === 0) return <p className={styles.none}>{t(isErased ? 'answer.erased' : 'answer.none')}</p>;
  return (
    <dl className={styles.answers}>
      {rows.map(({ field, lines }) => (
        <div key={field.id}>
          <dt>{name(field.name)}</dt>
          <dd>{lines.length > 1 ? <NumberedLines lines={lines} /> : lines[0]}</dd>
        </div>
      ))}
    </dl>
  );
}

function NumberedLines({ lines }: { lines: readonly string[] }): ReactNode {
  return (
    <ol>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are plain text whose place is their only identity
        <li key={index}>{line}</li>
      ))}
    </ol>
  );
}
