import { CheckOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { SimilarCase } from '../../../contract/case.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { CaseUse } from './case-item.tsx';
import { MarkedText } from './marked-text.tsx';
import styles from './similar.module.css';
import { texts } from './texts.ts';

type Props = {
  items: readonly SimilarCase[];
  /** What can be done with one besides reading it. */
  actions?: (found: SimilarCase) => ReactNode;
};

/** Cases that are about the same thing, each with its solution one click away. */
export function SimilarList({ items, actions }: Props): ReactNode {
  return (
    <ul className={styles.list}>
      {items.map((one) => (
        <li key={one.id} className={styles.entry}>
          <Entry found={one} actions={actions} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ found, actions }: { found: SimilarCase; actions: Props['actions'] }): ReactNode {
  const t = useTexts(texts);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Link {...paths.case(found.id)} target="_blank" className={styles.title}>
        {found.title}
      </Link>
      <span className={styles.meta}>
        <span>{found.number}</span>
        <span className={styles.likeness}>{t('similar.likeness', { percent: Math.round(found.likeness * 100) })}</span>
        {found.status === 'needs-update' ? <span className={styles.due}>{t('status.needs-update')}</span> : null}
        {found.isCited ? (
          <span className={styles.cited}>
            <CheckOutlined aria-hidden /> {t('similar.cited')}
          </span>
        ) : null}
        <CaseUse row={found} />
      </span>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}{' '}
        {t(isOpen ? 'similar.hide' : 'similar.show')}
      </button>
      {isOpen ? (
        <div className={styles.solution}>
          <MarkedText text={found.solution} />
          <span className={styles.actions}>
            {actions?.(found)}
            <Link {...paths.case(found.id)} target="_blank">
              <Button size="small" type="link" tabIndex={-1}>
                {t('similar.open')}
              </Button>
            </Link>
          </span>
        </div>
      ) : null}
    </>
  );
}
