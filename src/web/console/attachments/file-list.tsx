import { DownloadOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { isPicture } from '../../../domain/attachment/media-type.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { fileSize } from '../../ui/file-size.ts';
import styles from './attachments.module.css';
import { FileIcon } from './file-icon.tsx';
import { attachmentTexts } from './texts.ts';

/** A file of a ticket; its name is null once the customer has been erased. */
export type FileView = { id: number; name: string | null; mediaType: string; bytes: number; isShown: boolean };

/** Pictures large enough to be recognised, everything else by its name. */
export function FileList({ ticketId, files }: { ticketId: number; files: readonly FileView[] }): ReactNode {
  return (
    <ul className={styles.list}>
      {files.map((file) => (
        <li key={file.id}>
          {file.name === null ? (
            <Erased />
          ) : isPicture(file.mediaType) ? (
            <Picture ticketId={ticketId} file={file} name={file.name} />
          ) : (
            <Other ticketId={ticketId} file={file} name={file.name} />
          )}
        </li>
      ))}
    </ul>
  );
}

type Props = { ticketId: number; file: FileView; name: string };
const urlOf = (ticketId: number, id: number) => `/api/v1/tickets/${ticketId}/attachments/${id}`;

function Picture({ ticketId, file, name }: Props): ReactNode {
  const t = useTexts(attachmentTexts);
  const url = `${urlOf(ticketId, file.id)}?inline=true`;
  return (
    <a className={styles.picture} href={url} target="_blank" rel="noreferrer" title={name}>
      <img src={url} alt={t('open', { name })} loading="lazy" />
      <span className={styles.caption}>{name}</span>
    </a>
  );
}

function Other({ ticketId, file, name }: Props): ReactNode {
  const t = useTexts(attachmentTexts);
  return (
    <a className={styles.other} href={urlOf(ticketId, file.id)} download={name}>
      <FileIcon name={name} />
      <span className={styles.about}>
        <span className={styles.name} title={name}>
          <span className="visually-hidden">{t('download')} </span>
          {name}
        </span>
        <span className={styles.size}>{fileSize(file.bytes)}</span>
      </span>
      <DownloadOutlined aria-hidden />
    </a>
  );
}

function Erased(): ReactNode {
  const t = useTexts(attachmentTexts);
  return <span className={styles.gone}>{t('unnamed')}</span>;
}
