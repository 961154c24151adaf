import { RightOutlined } from '@ant-design/icons';
import { type ReactNode, useId, useState } from 'react';
import styles from './fold.module.css';

type Props = { title: string; about: string; mark: ReactNode; startsOpen: boolean; children: ReactNode };

/** A part of a long section that opens on demand; on paper all of it stands. */
export function Fold({ title, about, mark, startsOpen, children }: Props): ReactNode {
  const [isOpen, setIsOpen] = useState(startsOpen);
  const id = useId();
  return (
    <div className={styles.fold}>
      <button
        type="button"
        className={styles.head}
        data-fold
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <RightOutlined aria-hidden className={styles.arrow} rotate={isOpen ? 90 : 0} />
        <span className={styles.title}>{title}</span>
        <span className={styles.about}>{about}</span>
        {mark}
      </button>
      <div id={id} className={isOpen ? undefined : styles.closed}>
        {children}
      </div>
    </div>
  );
}
