import { DeleteOutlined, EyeInvisibleOutlined } from '@ant-design/icons';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { FileList } from '../../attachments/file-list.tsx';
import { AnswersView } from '../../form/answers-view.tsx';
import { useTicket } from '../ticket-context.tsx';
import { timelineTexts } from './texts.ts';
import styles from './timeline.module.css';
import type { ToldEntry } from './timeline-group.tsx';
import type { EntryView } from './told.ts';

/** One event in words. Messages are bubbles, notes are dashed slips of another colour, the rest is plain lines. */
export function TimelineEntry({ entry: { view } }: { entry: ToldEntry }): ReactNode {
  const t = useTexts(timelineTexts);
  const isSpoken = view.tone === 'to-customer' || view.tone === 'from-customer' || view.tone === 'note';
  const hasContent = view.said.length > 0 || view.isErased || view.files.length > 0;
  return (
    <div className={styles.entry} data-tone={view.tone}>
      <p className={styles.title}>
        {view.tone === 'note' ? null : <span>{t(view.title.key, view.title.values)}</span>}
        {view.facts.map((fact) => (
          <span key={`${fact.key}.${JSON.stringify(fact.values)}`} className={styles.fact}>
            {t(fact.key, fact.values)}
          </span>
        ))}
      </p>
      {isSpoken && hasContent ? (
        <div className={styles.bubble}>
          <span className={styles.badge}>
            {view.tone === 'note' ? <EyeInvisibleOutlined aria-hidden /> : null} {t(`badge.${view.tone as 'note'}`)}
          </span>
          <Said view={view} />
          <Files view={view} />
        </div>
      ) : (
        <>
          <Said view={view} />
          <Files view={view} />
        </>
      )}
      {view.answers ? <Answers answers={view.answers} isErased={view.isErased} /> : null}
    </div>
  );
}

function Files({ view }: { view: EntryView }): ReactNode {
  const { detail } = useTicket();
  return view.files.length === 0 ? null : <FileList ticketId={detail.id} files={view.files} />;
}

function Said({ view }: { view: EntryView }): ReactNode {
  const t = useTexts(timelineTexts);
  if (view.isErased && !view.answers) {
    return (
      <p className={styles.erased}>
        <DeleteOutlined aria-hidden /> {t('erased')}
      </p>
    );
  }
  return view.said.map(({ label, text }) => (
    <Words key={label ?? 'text'} label={label ? t(label) : null} text={text} />
  ));
}

/** What is longer than this, or has more lines, is folded: what came before must not slip out of sight. */
const longest = 480;
const mostLines = 10;

function Words({ label, text }: { label: string | null; text: string }): ReactNode {
  const t = useTexts(timelineTexts);
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > longest || text.split('\n').length > mostLines;
  return (
    <>
      <p className={styles.said} data-folded={isLong && !isWhole}>
        {label ? <span className={styles.label}>{label}</span> : null}
        {text}
      </p>
      {isLong ? (
        <button type="button" className={styles.more} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'hide.whole' : 'show.whole')}
        </button>
      ) : null}
    </>
  );
}

function Answers({ answers, isErased }: { answers: NonNullable<EntryView['answers']>; isErased: boolean }): ReactNode {
  const t = useTexts(timelineTexts);
  const { history: playbook } = useTicket();
  const [isOpen, setOpen] = useState(false);
  const form = playbook.forms.find((one) => one.id === answers.form);
  if (!form) return null;
  return (
    <>
      <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'hide.answers' : 'show.answers')}
      </button>
      {isOpen ? (
        <div className={styles.answers}>
          <AnswersView playbook={playbook} form={form} answers={answers.answers} isErased={isErased} />
        </div>
      ) : null}
    </>
  );
}
