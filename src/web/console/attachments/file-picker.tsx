import { CloseOutlined, PaperClipOutlined, RedoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { acceptedExtensions } from '../../../domain/attachment/media-type.ts';
import type { UploadItem, Uploads } from '../../api/use-uploads.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useProblemWords } from '../../ui/error-state.tsx';
import { fileSize } from '../../ui/file-size.ts';
import styles from './attachments.module.css';
import { FileIcon, LocalPicture } from './file-icon.tsx';
import { attachmentTexts } from './texts.ts';
import { useFileLimit } from './use-ticket-uploads.ts';

type Props = { uploads: Uploads; isDisabled?: boolean; isLater?: boolean; isFirst?: boolean };

const accept = acceptedExtensions.map((extension) => `.${extension}`).join(',');

/**
 * The button that chooses files, and the files chosen so far. `isLater`: there is no ticket yet to upload them to. `isFirst`: files are what
 * its dialog asks for before anything else.
 */
export function FilePicker({ uploads, isDisabled = false, isLater = false, isFirst = false }: Props): ReactNode {
  const t = useTexts(attachmentTexts);
  const input = useRef<HTMLInputElement>(null);
  const limit = useFileLimit();
  return (
    <div className={styles.picker} data-first={isFirst}>
      <div className={styles.choose}>
        <Button
          size={isFirst ? 'middle' : 'small'}
          data-first={isFirst || undefined}
          icon={<PaperClipOutlined aria-hidden />}
          disabled={isDisabled}
          onClick={() => input.current?.click()}
        >
          {t('add')}
        </Button>
        {limit === undefined ? null : <span className={styles.hint}>{t('hint', { limit: fileSize(limit) })}</span>}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={accept}
          aria-label={t('add')}
          onChange={({ target }) => {
            uploads.add(Array.from(target.files ?? []));
            // The same file may be chosen again after it was removed.
            target.value = '';
          }}
        />
      </div>
      {uploads.items.length === 0 ? null : (
        <ul className={styles.chosen} aria-label={t('list')}>
          {uploads.items.map((item) => (
            <Chosen key={item.key} item={item} uploads={uploads} isDisabled={isDisabled} isLater={isLater} />
          ))}
        </ul>
      )}
    </div>
  );
}

type ChosenProps = Required<Omit<Props, 'isFirst'>> & { item: UploadItem };

function Chosen({ item, uploads, isDisabled, isLater }: ChosenProps): ReactNode {
  const t = useTexts(attachmentTexts);
  const { name } = item.file;
  return (
    <li className={styles.file} data-status={item.status}>
      {item.file.type.startsWith('image/') ? <LocalPicture file={item.file} /> : <FileIcon name={name} />}
      <span className={styles.about}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <Standing item={item} isLater={isLater} />
      </span>
      {item.status === 'failed' && item.mayRetry ? (
        <Button
          type="text"
          size="small"
          icon={<RedoOutlined aria-hidden />}
          aria-label={t('retry', { name })}
          disabled={isDisabled}
          onClick={() => uploads.retry(item.key)}
        />
      ) : null}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('remove', { name })}
        disabled={isDisabled}
        onClick={() => uploads.remove(item.key)}
      />
    </li>
  );
}

function Standing({ item, isLater }: { item: UploadItem; isLater: boolean }): ReactNode {
  const t = useTexts(attachmentTexts);
  const { title, remedy } = useProblemWords(item.error);
  if (item.status === 'failed') {
    return (
      <span className={styles.wrong} role="alert">
        {title} {remedy}
      </span>
    );
  }
  if (item.status === 'done') return <span className={styles.size}>{fileSize(item.file.size)}</span>;
  if (item.status === 'waiting') {
    return (
      <span className={styles.size}>
        {fileSize(item.file.size)} · {t(isLater ? 'later' : 'waiting')}
      </span>
    );
  }
  const percent = Math.floor(item.share * 100);
  return (
    <span className={styles.size}>
      <progress className={styles.bar} max={100} value={percent} aria-label={t('sending', { percent })} />
      {t('sending', { percent })}
    </span>
  );
}
