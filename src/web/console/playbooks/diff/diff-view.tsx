import { MinusCircleOutlined, PlusCircleOutlined, SwapOutlined, SyncOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { PlaybookChange } from '../../../../domain/playbook/diff.ts';
import { type DiffLine, foldSame } from '../../../../domain/playbook/line-diff.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import styles from './diff.module.css';
import { diffTexts } from './texts.ts';
import { useChangeWords } from './use-change-words.ts';

const icons = {
  added: <PlusCircleOutlined aria-hidden />,
  removed: <MinusCircleOutlined aria-hidden />,
  changed: <SyncOutlined aria-hidden />,
  reordered: <SwapOutlined aria-hidden />,
};

type Props = {
  /** Nothing while what is written cannot be read. */
  changes: readonly PlaybookChange[] | null;
  lines?: readonly DiffLine[];
};

/** What differs, first in words, part by part, then line by line. */
export function DiffView({ changes, lines }: Props): ReactNode {
  const t = useTexts(diffTexts);
  return (
    <div className={styles.diff}>
      <h2 className={styles.heading}>{t('changes')}</h2>
      {changes !== null && changes.length > 0 ? (
        <ChangeList changes={changes} />
      ) : (
        <p className={styles.none}>{t(changes === null ? 'unreadable' : 'none')}</p>
      )}
      {lines ? (
        <>
          <h2 className={styles.heading}>{t('lines')}</h2>
          <Lines lines={lines} />
        </>
      ) : null}
    </div>
  );
}

const mostShown = 200;

export function ChangeList({ changes }: { changes: readonly PlaybookChange[] }): ReactNode {
  const t = useTexts(diffTexts);
  const names = useNames();
  const words = useChangeWords();
  return (
    <ul className={styles.changes}>
      {changes.slice(0, mostShown).map((change) => {
        const { place, before, after } = words(change);
        return (
          <li key={`${change.kind} ${change.path.join('.')}`} data-kind={change.kind}>
            {icons[change.kind]} <span className={styles.kind}>{t(`kind.${change.kind}`)}</span>{' '}
            {change.name ? <strong>{names(change.name)} </strong> : null}
            <span className={styles.place}>{place}</span>
            {before === '' && after === '' ? null : (
              <span className={styles.values}>
                {before === '' ? null : <del>{before}</del>}
                {before !== '' && after !== '' ? ' → ' : null}
                {after === '' ? null : <ins>{after}</ins>}
              </span>
            )}
          </li>
        );
      })}
      {changes.length > mostShown ? <li>{t('more', { count: changes.length - mostShown })}</li> : null}
    </ul>
  );
}

const signs = { same: ' ', removed: '-', added: '+' } as const;

function Lines({ lines }: { lines: readonly DiffLine[] }): ReactNode {
  const t = useTexts(diffTexts);
  if (lines.every(({ kind }) => kind === 'same')) return <p className={styles.none}>{t('none')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable from the keyboard
    <section className={styles.lines} tabIndex={0} aria-label={t('lines')}>
      {foldSame(lines).map((line, index) =>
        line.kind === 'gap' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew with every diff
          <div key={index} className={styles.gap}>
            {t('gap', { count: line.count })}
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew with every diff
          <div key={index} className={styles.row} data-kind={line.kind}>
            <span className={styles.number}>{line.after ?? line.before}</span>
            <code>
              {signs[line.kind]} {line.text}
            </code>
          </div>
        ),
      )}
    </section>
  );
}
