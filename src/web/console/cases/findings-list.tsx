import { CheckCircleOutlined, SafetyCertificateOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CaseDetail, CaseFindingView } from '../../../contract/case.ts';
import { replacedSpans } from '../../../domain/case/finding.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './cases.module.css';
import { texts } from './texts.ts';

type CaseText = NonNullable<CaseDetail['text']>;
const parts = ['title', 'problem', 'cause', 'solution', 'lessons', 'tags'] as const;

type Props = {
  text: CaseText;
  findings: readonly CaseFindingView[];
  /** Where they can still be replaced. */
  onReplace?: (findings: readonly CaseFindingView[]) => void;
};

/** What may still tell who the customer was, word by word, and how much was replaced already. */
export function FindingsList({ text, findings, onReplace }: Props): ReactNode {
  const t = useTexts(texts);
  const replaced = wholeOf(text).reduce((sum, part) => sum + replacedSpans(part).length, 0);
  return (
    <div className={styles.findings}>
      {findings.length === 0 ? (
        <p className={styles.clean}>
          <CheckCircleOutlined aria-hidden /> {t('findings.none')}
        </p>
      ) : (
        <ul className={styles.findingList}>
          {findings.map((one) => (
            <Entry key={`${one.field}.${one.from}`} text={text} finding={one} onReplace={onReplace} />
          ))}
        </ul>
      )}
      {onReplace && findings.length > 1 ? (
        <Button size="small" onClick={() => onReplace(findings)}>
          {t('findings.replaceAll')}
        </Button>
      ) : null}
      {replaced > 0 ? (
        <p className={styles.fine}>
          <SafetyCertificateOutlined aria-hidden /> {t('findings.replaced', { count: replaced })}
        </p>
      ) : null}
      <p className={styles.fine}>{t('findings.limits')}</p>
    </div>
  );
}

type EntryProps = { text: CaseText; finding: CaseFindingView; onReplace: Props['onReplace'] };

function Entry({ text, finding, onReplace }: EntryProps): ReactNode {
  const t = useTexts(texts);
  const part = parts.find((one) => finding.field === one || finding.field.startsWith(`${one}.`)) ?? 'title';
  return (
    <li className={styles.finding} data-hard={finding.isHard}>
      <span className={styles.findingWords}>
        <WarningOutlined aria-hidden /> <strong>{t(finding.isHard ? 'findings.hard' : 'findings.soft')}</strong>{' '}
        {t(`part.${part}`)} · {t(`kind.${finding.kind}`)}：
        <q>{fieldOf(text, finding.field).slice(finding.from, finding.to)}</q>
      </span>
      {onReplace ? (
        <Button size="small" type="link" onClick={() => onReplace([finding])}>
          {t('findings.replace', { replacement: finding.replacement })}
        </Button>
      ) : null}
    </li>
  );
}

export function fieldOf(text: CaseText, field: string): string {
  const [name, at] = field.split('.');
  if (name === 'tags') return text.tags[Number(at)] ?? '';
  return name && name in text ? (text[name as Exclude<keyof CaseText, 'tags'>] ?? '') : '';
}

const wholeOf = ({ tags, ...rest }: CaseText) => [...Object.values(rest), ...tags];
