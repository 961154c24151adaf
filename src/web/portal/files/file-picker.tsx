import { type ReactNode, useRef } from 'react';
import type { UploadItem, Uploads } from '../../api/use-uploads.ts';
import { fileSize } from '../../ui/file-size.ts';
import { useSay } from '../language.ts';
import { Button } from '../parts.tsx';
import { problemText } from '../problem.tsx';

type Props = { uploads: Uploads; limitBytes?: number | undefined; isLater?: boolean };

/** Chooses files, and shows how far each is. `isLater`: they are uploaded once the request has a number. */
export function FilePicker({ uploads, limitBytes, isLater = false }: Props): ReactNode {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="files">
      <Button onClick={() => input.current?.click()}>
        <Clip /> {say('files.add')}
      </Button>
      {limitBytes !== undefined && <p className="hint">{say('files.hint', { limit: fileSize(limitBytes) })}</p>}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={say('files.add')}
        onChange={({ target }) => {
          uploads.add(Array.from(target.files ?? []));
          target.value = '';
        }}
      />
      <ChosenFiles uploads={uploads} isLater={isLater} />
    </div>
  );
}

export function ChosenFiles({ uploads, isLater = false }: Pick<Props, 'uploads' | 'isLater'>): ReactNode {
  const say = useSay();
  if (uploads.items.length === 0) return null;
  return (
    <ul className="chosenFiles" aria-label={say('files.list')}>
      {uploads.items.map((item) => (
        <li key={item.key} className={`chosenFile ${item.status}`}>
          <span className="fileAbout">
            <span className="fileName">{item.file.name}</span>
            <Standing item={item} isLater={isLater} />
          </span>
          {item.status === 'failed' && item.mayRetry && (
            <button type="button" className="quiet" onClick={() => uploads.retry(item.key)}>
              {say('files.retry')}
            </button>
          )}
          <button
            type="button"
            className="quiet"
            aria-label={say('files.remove', { name: item.file.name })}
            onClick={() => uploads.remove(item.key)}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  );
}

function Standing({ item, isLater }: { item: UploadItem; isLater: boolean }): ReactNode {
  const say = useSay();
  const percent = Math.floor(item.share * 100);
  switch (item.status) {
    case 'failed':
      return (
        <span className="fileWrong" role="alert">
          {problemText(item.error, say)}
        </span>
      );
    case 'sending':
      return (
        <span className="fileSize">
          <progress max={100} value={percent} aria-label={say('files.sending', { percent })} />
          {say('files.sending', { percent })}
        </span>
      );
    case 'waiting':
      return (
        <span className="fileSize">
          {fileSize(item.file.size)} · {say(isLater ? 'files.later' : 'files.waiting')}
        </span>
      );
    default:
      return <span className="fileSize">{fileSize(item.file.size)}</span>;
  }
}

export function Clip(): ReactNode {
  return (
    <svg
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <path d="M16.5 9.2l-6.8 6.6a4 4 0 0 1-5.6-5.7l7-6.8a2.7 2.7 0 0 1 3.8 3.8l-6.8 6.6a1.3 1.3 0 0 1-1.9-1.9l6-5.8" />
    </svg>
  );
}
