import { Switch } from 'antd';
import { type ReactNode, useId } from 'react';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useSingleKeys } from './shortcuts.ts';
import styles from './shortcuts-help.module.css';
import { texts } from './texts.ts';

const everywhere = [
  { key: 'register', caps: ['N', 'Alt N'] },
  { key: 'search', caps: ['/', 'Alt K'] },
  { key: 'work', caps: ['Alt W'] },
  { key: 'queues', caps: ['Alt Q'] },
  { key: 'help', caps: ['?'] },
] as const;
const lists = [
  { key: 'next', caps: ['J'] },
  { key: 'previous', caps: ['K'] },
  { key: 'enter', caps: ['Enter'] },
] as const;

export function ShortcutsHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const t = useTexts(texts);
  const { may } = useMe();
  const [isOn, setIsOn] = useSingleKeys();
  const id = useId();
  const rows = (items: readonly (typeof everywhere | typeof lists)[number][]) => (
    <dl className={styles.keys}>
      {items.map(({ key, caps }) => (
        <div key={key} className={styles.row}>
          <dt>{t(`keys.${key}`)}</dt>
          <dd className={styles.caps}>
            {caps.map((cap) => (
              <KeyCap key={cap}>{cap}</KeyCap>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Dialog title={t('keys.title')} open={isOpen} onCancel={onClose} footer={null} width={440}>
      <h3 className={styles.heading}>{t('keys.everywhere')}</h3>
      {rows(everywhere.filter(({ key }) => key !== 'register' || may.register))}
      <h3 className={styles.heading}>{t('keys.lists')}</h3>
      {rows(lists)}
      <div className={styles.switch}>
        <Switch checked={isOn} onChange={setIsOn} aria-labelledby={`${id}-name`} aria-describedby={`${id}-hint`} />
        <div>
          <div id={`${id}-name`}>{t('keys.switch')}</div>
          <div id={`${id}-hint`} className={styles.hint}>
            {t('keys.switchHint')}
          </div>
        </div>
      </div>
    </Dialog>
  );
}
