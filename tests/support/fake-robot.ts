import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atFileEnd } from './file-end.ts';

/** What a robot heard: the address that was asked, and the message. */
export type Heard = { url: URL; body: Record<string, never> & { text?: { content: string } } };
type Answer = (response: ServerResponse, heard: Heard) => void;

/** A robot of a group chat on this machine that answers what it was told to, in turn, and then always that it is well. */
export async function startFakeRobot(): Promise<{
  heard: Heard[];
  url: string;
  answers: Answer[];
  forget(): void;
}> {
  const heard: Heard[] = [];
  const answers: Answer[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const one = { url: new URL(request.url ?? '/', 'http://robot.test'), body: JSON.parse(text) as Heard['body'] };
      heard.push(one);
      const answer = answers.shift() ?? says({ errcode: 0, errmsg: 'ok' });
      answer(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atFileEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const forget = () => {
    heard.length = 0;
    answers.length = 0;
  };
  return { heard, answers, forget, url: `http://127.0.0.1:${port}/cgi-bin/webhook/send?key=0000-robot-key` };
}

export const says =
  (body: object, status = 200): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
