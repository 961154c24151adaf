import type { UploadView } from '../../contract/attachment.ts';
import { ApiProblem } from './api-problem.ts';

/** Where files go and what stands before them; the language for what is refused. */
export type UploadTarget = { path: string; fields?: Readonly<Record<string, string>>; languageTag: string };

/** Sends one file; unlike `fetch`, an XMLHttpRequest says how far it is. `onProgress` gets 0 to 1. @throws ApiProblem */
export function uploadFile(
  target: UploadTarget,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadView> {
  const form = new FormData();
  for (const [name, value] of Object.entries(target.fields ?? {})) form.append(name, value);
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${target.path}`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', target.languageTag);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiProblem(0, { code: 'network' }));
    request.onabort = () => reject(new ApiProblem(0, { code: 'network' }));
    request.onload = () => {
      const body = read(request.responseText);
      const taken = request.status === 201 ? (body as { items?: UploadView[] }).items?.[0] : undefined;
      if (taken) resolve(taken);
      else reject(new ApiProblem(request.status, body));
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}

/** A proxy on the way may answer with a page. */
function read(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return { code: 'unknown' };
  }
}
