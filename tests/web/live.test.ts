import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenLive } from '../../src/web/api/live.ts';
import { keys } from '../../src/web/api/queries.ts';

class FakeStream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeStream[] = [];
  readyState = 0;
  constructor() {
    super();
    FakeStream.opened.push(this);
  }
  close() {
    this.readyState = 2;
  }
  say(type: string, data: string) {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }
}

const page = Object.assign(new EventTarget(), { hidden: false });
const frame = new EventTarget();
const client = new QueryClient();
const invalidate = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
const asked = () => invalidate.mock.calls.map(([filter]) => filter?.queryKey ?? 'all');
const current = () => FakeStream.opened.at(-1) as FakeStream;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeStream);
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', frame);
  FakeStream.opened = [];
  page.hidden = false;
  invalidate.mockClear();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the live stream', () => {
  it('refreshes the ticket at once, the lists once for a burst, and notices with their count', () => {
    stop = listenLive(client);
    for (const id of [7, 8]) current().say('ticket', JSON.stringify({ type: 'ticket', id, version: 2 }));
    current().say('notice', '{"type":"notice"}');
    current().say('ticket', 'nonsense');
    expect(asked()).toEqual([keys.ticket(7), keys.ticket(8), keys.notices, keys.me]);
    vi.advanceTimersByTime(1_500);
    expect(asked().filter((key) => key === keys.lists)).toHaveLength(1);
  });

  it('opens again, ever later, when it was refused, and then looks at everything', () => {
    const heard: boolean[] = [];
    stop = listenLive(client, (isOpen) => heard.push(isOpen));
    current().dispatchEvent(new Event('open'));
    expect(asked()).toEqual([]);
    for (const waitMs of [2_000, 4_000]) {
      const before = FakeStream.opened.length;
      current().close();
      current().dispatchEvent(new Event('error'));
      vi.advanceTimersByTime(waitMs - 1);
      expect(FakeStream.opened).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(FakeStream.opened).toHaveLength(before + 1);
    }
    current().dispatchEvent(new Event('open'));
    expect(asked()).toEqual(['all']);
    expect(heard).toEqual([true, false, false, true]);
  });

  it('lets go while nobody looks, and listens again when somebody does', () => {
    stop = listenLive(client);
    current().dispatchEvent(new Event('open'));
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    expect(current().readyState).toBe(0);
    vi.advanceTimersByTime(10_000);
    expect(current().readyState).toBe(2);
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    expect(FakeStream.opened).toHaveLength(2);
    current().dispatchEvent(new Event('open'));
    expect(asked()).toEqual(['all']);
  });

  it('is let go of by a page that is left, and taken up again on the way back', () => {
    stop = listenLive(client);
    const left = current();
    frame.dispatchEvent(new Event('pagehide'));
    expect(left.readyState).toBe(FakeStream.CLOSED);
    frame.dispatchEvent(new Event('pageshow'));
    expect(FakeStream.opened).toHaveLength(2);
  });
});
