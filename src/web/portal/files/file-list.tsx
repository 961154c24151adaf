import { type ReactNode, useEffect, useState } from 'react';
import { fileSize } from '../../ui/file-size.ts';
import { api, type PortalKey, type PortalView } from '../api.ts';
import { useSay } from '../language.ts';
import { problemText } from '../problem.tsx';
import { Clip } from './file-picker.tsx';

type File = PortalView['messages'][number]['attachments'][number];
type Props = { access: PortalKey; files: readonly File[] };

/** Files of a message. They open only to number and contact, so each is fetched with them instead of by a link. */
export function FileList({ access, files }: Props): ReactNode {
  if (files.length === 0) return null;
  return (
    <ul className="fileList">
      {files.map((file) => (
        <li key={file.id}>
          {isPicture(file) ? <Picture access={access} file={file} /> : <Other access={access} file={file} />}
        </li>
      ))}
    </ul>
  );
}

function isPicture({ mediaType }: File): boolean {
  return mediaType.startsWith('image/') && mediaType !== 'image/heic';
}

function Picture({ access, file }: { access: PortalKey; file: File }): ReactNode {
  const say = useSay();
  const [url, setUrl] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const { number, contact } = access;
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    api.file({ number, contact }, file.id).then(
      (blob) => {
        if (isGone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      () => setFailed(true),
    );
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [number, contact, file.id]);
  if (hasFailed) return <Other access={access} file={file} />;
  return (
    <a className="filePicture" href={url ?? undefined} target="_blank" rel="noreferrer">
      {url === null ? (
        <span className="filePlace" aria-busy="true" />
      ) : (
        <img src={url} alt={say('files.open', { name: file.name })} />
      )}
    </a>
  );
}

function Other({ access, file }: { access: PortalKey; file: File }): ReactNode {
  const say = useSay();
  const [failure, setFailure] = useState<unknown>(null);
  const save = async () => {
    setFailure(null);
    try {
      saveAs(await api.file(access, file.id), file.name);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <>
      <button type="button" className="fileOther" onClick={save}>
        <Clip />
        <span className="fileAbout">
          <span className="fileName">
            <span className="visually-hidden">{say('files.save')} </span>
            {file.name}
          </span>
          <span className="fileSize">{fileSize(file.bytes)}</span>
        </span>
      </button>
      {failure !== null && (
        <p className="fileWrong" role="alert">
          {problemText(failure, say)}
        </p>
      )}
    </>
  );
}

function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
