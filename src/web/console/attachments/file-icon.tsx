import {
  AudioOutlined,
  FileExcelOutlined,
  FileImageOutlined,
  FileOutlined,
  FilePdfOutlined,
  FilePptOutlined,
  FileTextOutlined,
  FileWordOutlined,
  FileZipOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons';
import { type ReactNode, useEffect, useState } from 'react';
import { extensionOf } from '../../../domain/attachment/media-type.ts';
import styles from './attachments.module.css';

const icons: Readonly<Record<string, typeof FileOutlined>> = {
  pdf: FilePdfOutlined,
  doc: FileWordOutlined,
  docx: FileWordOutlined,
  wps: FileWordOutlined,
  xls: FileExcelOutlined,
  xlsx: FileExcelOutlined,
  et: FileExcelOutlined,
  csv: FileExcelOutlined,
  ppt: FilePptOutlined,
  pptx: FilePptOutlined,
  dps: FilePptOutlined,
  txt: FileTextOutlined,
  log: FileTextOutlined,
  zip: FileZipOutlined,
  mp4: VideoCameraOutlined,
  m4v: VideoCameraOutlined,
  mov: VideoCameraOutlined,
  ...Object.fromEntries(
    ['mp3', 'm4a', 'wav', 'ogg', 'oga', 'opus', 'amr', 'flac', 'aac'].map((one) => [one, AudioOutlined]),
  ),
  ...Object.fromEntries(
    ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'heic', 'heif'].map((one) => [one, FileImageOutlined]),
  ),
};

export function FileIcon({ name }: { name: string }): ReactNode {
  const Icon = icons[extensionOf(name)] ?? FileOutlined;
  return (
    <span className={styles.icon} aria-hidden>
      <Icon />
    </span>
  );
}

/** A picture that is still only here. */
export function LocalPicture({ file }: { file: File }): ReactNode {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url === null ? <FileIcon name={file.name} /> : <img className={styles.preview} src={url} alt="" />;
}
