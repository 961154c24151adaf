import { CommentOutlined, EyeInvisibleOutlined, MessageOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { paths } from '../../app/paths.ts';
import { useWhyText } from '../actions/why-text.ts';
import { type ComposerMode, useTicket } from '../ticket-context.tsx';
import styles from './composer.module.css';
import { MessageComposer } from './message-composer.tsx';
import { NoteComposer } from './note-composer.tsx';
import { composerTexts } from './texts.ts';

const modes: readonly { mode: ComposerMode; icon: ReactNode }[] = [
  { mode: 'customer', icon: <MessageOutlined aria-hidden /> },
  { mode: 'note', icon: <EyeInvisibleOutlined aria-hidden /> },
];

/** Two ways of writing that cannot be mistaken for each other: words to the customer, and notes among colleagues. */
export function Composer(): ReactNode {
  const t = useTexts(composerTexts);
  const why = useWhyText();
  const { detail, composer, action, setOpenDialog } = useTicket();
  const root = useRef<HTMLElement>(null);
  const inform = action('inform-customer');
  const [mode, setMode] = useState<ComposerMode>(inform.isAllowed && !detail.customer.isErased ? 'customer' : 'note');
  const [handled, setHandled] = useState(composer.serial);

  if (composer.serial !== handled) {
    setHandled(composer.serial);
    setMode(composer.mode);
  }
  useComeIntoView(root, composer.serial);

  if (detail.customer.isErased) {
    return (
      <section className={styles.composer} data-mode="note" aria-label={t('title')}>
        <p className={styles.off}>{t('off.erased')}</p>
      </section>
    );
  }
  return (
    <section ref={root} className={styles.composer} data-mode={mode} aria-label={t('title')}>
      <div className={styles.head}>
        <div className={styles.modes} role="radiogroup" aria-label={t('mode.label')}>
          {modes.map(({ mode: one, icon }) => (
            <label key={one} className={styles.mode} data-chosen={one === mode} data-kind={one}>
              <input type="radio" name={`composer-${detail.id}`} checked={one === mode} onChange={() => setMode(one)} />
              {icon} {t(`mode.${one}`)}
            </label>
          ))}
        </div>
        {action('record-reply').isAllowed ? (
          <Button
            type="text"
            size="small"
            icon={<CommentOutlined aria-hidden />}
            onClick={() => setOpenDialog('record-reply')}
          >
            {t('alsoReply')}
          </Button>
        ) : null}
      </div>
      <div hidden={mode !== 'customer'}>
        {inform.isAllowed ? <MessageComposer /> : <p className={styles.off}>{t('off', { why: why(inform.why) })}</p>}
      </div>
      <div hidden={mode !== 'note'}>
        <NoteComposer />
      </div>
    </section>
  );
}

/** Asked for from elsewhere on the page: come into view, on narrow screens by the part that holds it, with the cursor in place. */
function useComeIntoView(place: RefObject<HTMLElement | null>, serial: number): void {
  const navigate = useNavigate();
  const { id } = useTicket().detail;
  const { tab } = useSearch({ from: '/shell/tickets/$id' });
  const followed = useRef(serial);
  useEffect(() => {
    if (followed.current === serial) return;
    if (tab !== 'timeline') {
      void navigate({ ...paths.ticket(id, { tab: 'timeline' }), replace: true, resetScroll: false });
      return;
    }
    followed.current = serial;
    place.current?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    place.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, [serial, tab, id, navigate, place]);
}
