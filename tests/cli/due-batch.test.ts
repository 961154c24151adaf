import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runDue } from '../../src/cli/due.ts';
import { maxLineBytes } from '../../src/cli/due-batch.ts';
import { batch, due, openIo, Sink } from './due-io.ts';

const good = { id: 'T-1', calendar: 'cn', start: '2026-09-30T16:00:00+08:00', target: '4h', time: 'working' };
const line = (part: object = {}) => `${JSON.stringify({ ...good, ...part })}\n`;
const office = { timeZone: 'America/New_York', week: { mon: ['09:00-17:00'], tue: ['09:00-17:00'] } };

describe('a line is answered', () => {
  test.each([
    [{}, '2026-10-08T11:00:00+08:00'],
    [{ time: undefined }, '2026-10-08T11:00:00+08:00'],
    [{ time: 'wall' }, '2026-09-30T20:00:00+08:00'],
    [{ target: '3wd' }, '2026-10-10T16:00:00+08:00'],
    [{ start: '2026-09-30T08:00:00.007Z', target: '45s' }, '2026-09-30T16:00:45.007+08:00'],
    [{ calendar: 'always' }, '2026-09-30T12:00:00+00:00'],
    // closing on Tuesday 3 November in New York, one hour left on Monday 9
    [{ calendar: office, start: '2026-11-03T19:00:00Z' }, '2026-11-09T10:00:00-05:00'],
    [{ pauses: [['2026-10-08T10:00:00+08:00', '2026-10-08T11:00:00+08:00']] }, '2026-10-08T12:00:00+08:00'],
    [{ pauses: [] }, '2026-10-08T11:00:00+08:00'],
    [{ pauses: [['2026-10-08T11:00:00+08:00', null]] }, '2026-10-08T11:00:00+08:00'],
    [{ note: 'other keys are ignored' }, '2026-10-08T11:00:00+08:00'],
  ])('%j → %s', async (part, expected) => {
    expect(await batch([line(part)])).toEqual([{ id: 'T-1', due: expected }]);
  });
});

test('what a line lacks or has of another type is named once', async () => {
  const [missing, wrong] = await batch([line({ start: undefined }), line({ target: 4 })], '--lang', 'en');
  expect(missing?.error?.message).toBe('start: is missing; give it, e.g. "2026-09-30T16:00:00+08:00"');
  expect(wrong?.error?.message).toBe('target: has the wrong type; write it like "4h"');
});

describe('a broken line is refused with field and remedy, in both languages', () => {
  const pause = (from: unknown, to: unknown) => line({ pauses: [[from, to]] });
  const at = '2026-10-08T10:00:00+08:00';
  test.each<[code: string, field: string, text: string | Uint8Array, id: unknown]>([
    ['line.not-json', 'line', '{"id":"T-1"\n', null],
    ['line.not-json', 'line', 'hello\n', null],
    ['line.not-object', 'line', 'null\n', null],
    ['line.not-object', 'line', '[]\n', null],
    ['line.not-object', 'line', '"T-1"\n', null],
    ['field.missing', 'id', line({ id: undefined }), null],
    ['field.type', 'id', line({ id: null }), null],
    ['field.type', 'id', line({ id: { a: 1 } }), null],
    ['field.missing', 'calendar', line({ calendar: undefined }), 'T-1'],
    ['calendar.unknown', 'calendar', line({ calendar: 'us' }), 'T-1'],
    ['calendar.unknown', 'calendar', line({ calendar: 'constructor' }), 'T-1'],
    ['calendar.invalid', 'calendar', line({ calendar: null }), 'T-1'],
    ['calendar.zone-unknown', 'calendar.timeZone', line({ calendar: { timeZone: 'Mars/Olympus', week: {} } }), 'T-1'],
    [
      'calendar.date-invalid',
      'calendar.dates.2026-02-30',
      line({ calendar: { ...office, dates: { '2026-02-30': [] } } }),
      'T-1',
    ],
    ['calendar.never-open', 'calendar.week', line({ calendar: { timeZone: 'UTC', week: {} } }), 'T-1'],
    ['field.missing', 'start', line({ start: undefined }), 'T-1'],
    ['field.type', 'start', line({ start: 1_790_000_000 }), 'T-1'],
    ['instant.offset-missing', 'start', line({ start: '2026-09-30T16:00:00' }), 'T-1'],
    ['instant.date-invalid', 'start', line({ start: '2026-02-30T16:00:00+08:00' }), 'T-1'],
    ['instant.invalid', 'start', line({ start: '2026-09-30T16:00:00+08:00[Asia/Shanghai]' }), 'T-1'],
    ['instant.out-of-range', 'start', line({ start: '1026-09-30T16:00:00+08:00' }), 'T-1'],
    ['field.missing', 'target', line({ target: undefined }), 'T-1'],
    ['field.type', 'target', line({ target: 4 }), 'T-1'],
    ['target.invalid', 'target', line({ target: '0h' }), 'T-1'],
    ['target.unit-unknown', 'target', line({ target: '1d' }), 'T-1'],
    ['target.out-of-range', 'target', line({ target: '9999999h' }), 'T-1'],
    ['time.mode-unknown', 'time', line({ time: 'office' }), 'T-1'],
    ['field.type', 'time', line({ time: null }), 'T-1'],
    ['field.type', 'pauses', line({ pauses: null }), 'T-1'],
    ['field.type', 'pauses.0', line({ pauses: [at] }), 'T-1'],
    ['field.type', 'pauses.0', line({ pauses: [[at]] }), 'T-1'],
    ['field.type', 'pauses.0.from', pause(null, at), 'T-1'],
    ['instant.offset-missing', 'pauses.0.to', pause(at, '2026-10-08T11:00:00'), 'T-1'],
    ['pause.inverted', 'pauses.0.to', pause(at, '2026-10-08T09:59:59.999+08:00'), 'T-1'],
    ['pause.open', 'pauses.0.to', pause('2026-10-08T09:30:00+08:00', null), 'T-1'],
    ['line.too-long', 'line', line({ note: 'x'.repeat(maxLineBytes) }), null],
    [
      'line.not-utf8',
      'line',
      Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}\n')]),
      null,
    ],
    ['calendar.invalid', 'calendar', `{"id":1,"calendar":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`, 1],
  ])('%s at "%s"', async (code, field, text, id) => {
    for (const language of ['zh', 'en']) {
      const answers = await batch([line(), text, line({ id: 'T-3' })], '--lang', language);
      expect(answers.map((answer) => answer.id)).toEqual(['T-1', id, 'T-3']);
      const error = answers[1]?.error;
      expect({ code: error?.code, field: error?.field }).toEqual({ code, field });
      expect(error?.message).not.toMatch(/\{(\w+)\}/);
      if (field !== 'line') expect(error?.message).toContain(field);
      expect(error?.message.length).toBeLessThan(400);
      if (id === null) expect(error?.message).toContain(language === 'zh' ? '第 2 行' : 'line 2');
    }
  });
});

test('whatever a line holds, it gets one answer', async () => {
  const known = fc.record(
    {
      id: fc.oneof(fc.string(), fc.integer(), fc.jsonValue()),
      calendar: fc.oneof(fc.constantFrom('cn', 'always', office), fc.jsonValue()),
      start: fc.oneof(fc.constant(good.start), fc.jsonValue()),
      target: fc.oneof(fc.constantFrom('4h', '3wd', '45s'), fc.string()),
      time: fc.oneof(fc.constantFrom('wall', 'working'), fc.jsonValue()),
      pauses: fc.oneof(fc.array(fc.array(fc.constantFrom(good.start, null, '2026-10-08T10:00:00Z'))), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
  const anyLine = fc.oneof(
    known.map((part) => JSON.stringify(part)),
    fc.json(),
    fc.string({ unit: 'binary' }),
  );
  const oneLine = anyLine.map((text) => text.replaceAll('\n', ' ')).filter((text) => text.trim() !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(oneLine, { maxLength: 5 }), async (lines) => {
      const answers = await batch(lines.map((text) => `${text}\n`));
      expect(answers).toHaveLength(lines.length);
      for (const answer of answers) expect((answer.due === undefined) !== (answer.error === undefined)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

describe('ids', () => {
  test.each(['7', '-1', '0.5', '12345678901234567890', '1e400', '"中文 \\" \\u0000"', '""'])(
    '%s comes back as it was',
    async (id) => {
      const text = line().replace('"T-1"', id);
      const { out } = await due(['--batch', '-'], [text]);
      expect(out).toBe(`{"id":${id},"due":"2026-10-08T11:00:00+08:00"}\n`);
    },
  );

  test('an id inside the calendar is not the line’s', async () => {
    const text = `{"note":{"id":1e999},${line().slice(1).replace('"T-1"', '2.50')}`;
    const { out } = await due(['--batch', '-'], [text]);
    expect(out).toMatch(/^\{"id":2\.50,/);
  });
});

describe('the stream', () => {
  const text = `\uFEFF${line({ id: '一' })}\r\n \n${line({ id: '二' }).replace('\n', '\r\n')}${line({ id: '三' }).trim()}`;

  test.each([1, 2, 3, 7, 1000])(
    'BOM, CRLF, blank lines and a last line without an end, read %i bytes at a time',
    async (size) => {
      const bytes = Buffer.from(text);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      const answers = await batch(chunks);
      expect(answers.map((answer) => [answer.id, answer.error])).toEqual([
        ['一', undefined],
        ['二', undefined],
        ['三', undefined],
      ]);
    },
  );

  test('nothing in, nothing out', async () => {
    expect(await batch([])).toEqual([]);
    expect(await batch(['\n\r\n'])).toEqual([]);
  });

  test('an endless line is refused without being kept', async () => {
    function* endless() {
      for (let i = 0; i < 300; i++) yield 'x'.repeat(65_536);
      yield `\n${line()}`;
    }
    const answers = await batch(endless());
    expect(answers.map((answer) => answer.error?.code)).toEqual(['line.too-long', undefined]);
  });

  test('answers come as the lines do', async () => {
    const stdout = new Sink();
    const { io, stdin } = openIo(stdout);
    const running = runDue(['--batch', '-'], io);
    stdin.write(line());
    for (let i = 0; i < 50 && stdout.text === ''; i++) await setImmediate();
    expect(stdout.text).toContain('"T-1"');
    stdin.end();
    expect(await running).toBe(0);
  });

  test('a slow reader holds the input back', async () => {
    const finishers: (() => void)[] = [];
    const slow = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => void finishers.push(done) });
    const { io, stdin } = openIo(slow);
    const running = runDue(['--batch', '-'], io);
    let isHeldBack = false;
    for (let i = 0; i < 1000 && !isHeldBack; i++) {
      isHeldBack = !stdin.write(line().repeat(50));
      await setImmediate();
    }
    expect(isHeldBack).toBe(true);
    stdin.end();
    const finishing = setInterval(() => finishers.shift()?.(), 0);
    expect(await running).toBe(0);
    clearInterval(finishing);
  });

  test('a reader that goes away ends it quietly', async () => {
    const gone = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('broken pipe'), { code: 'EPIPE' })),
    });
    const { io, stdin } = openIo(gone);
    stdin.write(line());
    expect(await runDue(['--batch', '-'], io)).toBe(0);
  });
});
