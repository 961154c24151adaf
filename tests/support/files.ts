import type { UploadView } from '../../src/contract/attachment.ts';
import type { Member } from './cast.ts';
import type { TestReply, TestServer } from './server.ts';

/** Small files of the kinds that people send, and how a test uploads them. */
export type TestFile = { name: string; bytes: Uint8Array };

/** One red dot. */
export const picture = (name = '截图 1.png'): TestFile => ({
  name,
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
    'base64',
  ),
});
export const textFile = (name: string, text: string): TestFile => ({ name, bytes: Buffer.from(text) });

export function formOf(files: readonly TestFile[], fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const { name, bytes } of files) form.append('file', new Blob([bytes as BlobPart]), name);
  return form;
}

export async function send(
  server: TestServer,
  path: string,
  form: FormData,
  headers: Record<string, string> = {},
): Promise<TestReply> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    body: form,
    headers: { origin: server.url, ...headers },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

export const upload = (server: TestServer, who: Member, ticketId: number, files: readonly TestFile[]) =>
  send(server, `/tickets/${ticketId}/attachments`, formOf(files), { cookie: who.cookie });

/** Ids of files that were taken. */
export async function uploaded(server: TestServer, who: Member, ticketId: number, files: readonly TestFile[]) {
  const reply = await upload(server, who, ticketId, files);
  if (reply.status !== 201) throw new Error(`not taken: ${reply.text}`);
  return (reply.body as { items: UploadView[] }).items.map(({ id }) => id);
}
