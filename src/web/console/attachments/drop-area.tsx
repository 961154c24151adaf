import { InboxOutlined } from '@ant-design/icons';
import { type ClipboardEvent, type DragEvent, type ReactNode, useState } from 'react';
import type { Uploads } from '../../api/use-uploads.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './attachments.module.css';
import { attachmentTexts } from './texts.ts';

type Props = { uploads: Pick<Uploads, 'add'>; isDisabled?: boolean; children: ReactNode };

/** Takes files that are dropped on it, and pictures pasted into what stands in it. */
export function DropArea({ uploads, isDisabled = false, children }: Props): ReactNode {
  const t = useTexts(attachmentTexts);
  const [isOver, setOver] = useState(false);

  const over = (event: DragEvent) => {
    if (isDisabled || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    if (isDisabled || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    uploads.add(event.dataTransfer.files);
  };
  const paste = (event: ClipboardEvent) => {
    const { files } = event.clipboardData;
    // A cell of a spreadsheet comes as text and as a picture of it: the text is meant.
    if (isDisabled || files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
    event.preventDefault();
    uploads.add(Array.from(files, (file) => named(file, t('pasted', { time: clockTime() }))));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only a larger target; the button beside it does the same by keyboard
    <div className={styles.drop} onDragOver={over} onDragLeave={leave} onDrop={drop} onPaste={paste}>
      {children}
      {isOver ? (
        <div className={styles.over} aria-hidden>
          <InboxOutlined /> {t('drop')}
        </div>
      ) : null}
    </div>
  );
}

/** Browsers call every pasted picture `image.png`. */
function named(file: File, name: string): File {
  if (!/^image\.\w+$/.test(file.name)) return file;
  return new File([file], `${name}.${file.name.split('.').at(-1)}`, { type: file.type });
}

function clockTime(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, '0')).join('.');
}
