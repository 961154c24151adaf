import type { ReactNode } from 'react';
import type { CaseDetail, CaseFindingView } from '../../../contract/case.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './cases.module.css';
import { MarkedText } from './marked-text.tsx';
import { texts } from './texts.ts';

type CaseText = NonNullable<CaseDetail['text']>;
const parts = ['problem', 'cause', 'solution', 'lessons'] as const;

/** All that a case says, part by part. */
export function CaseTextView({
  text,
  findings = [],
  hasTitle = false,
}: {
  text: CaseText;
  findings?: readonly CaseFindingView[];
  hasTitle?: boolean;
}): ReactNode {
  const t = useTexts(texts);
  const of = (field: string) => findings.filter((one) => one.field === field);
  return (
    <div className={styles.parts}>
      {hasTitle ? (
        <section>
          <h3>{t('part.title')}</h3>
          <MarkedText text={text.title} findings={of('title')} />
        </section>
      ) : null}
      {parts.map((part) => (
        <section key={part}>
          <h3>{t(`part.${part}`)}</h3>
          {text[part] === '' ? (
            <span className={styles.quiet}>{t('part.none')}</span>
          ) : (
            <MarkedText text={text[part]} findings={of(part)} />
          )}
        </section>
      ))}
      {hasTitle && text.tags.length > 0 ? (
        <section>
          <h3>{t('part.tags')}</h3>
          <span className={styles.tags}>
            {text.tags.map((tag, at) => (
              <span key={tag} className={styles.tag}>
                <MarkedText text={tag} findings={of(`tags.${at}`)} />
              </span>
            ))}
          </span>
        </section>
      ) : null}
    </div>
  );
}
