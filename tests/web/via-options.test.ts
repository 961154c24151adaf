import { describe, expect, it } from 'vitest';
import type { TicketDetail } from '../../src/contract/ticket.ts';
import type { Answers } from '../../src/domain/ticket/events.ts';
import { usualVia } from '../../src/web/console/ticket/composer/via-options.ts';
import { playbookOf } from '../domain/playbook-documents.ts';

const registered = (answers: Answers): Pick<TicketDetail, 'channel' | 'forms'> => ({
  channel: 'social',
  forms: [{ form: 'registration', answers, at: '2026-03-02T01:00:00.000Z', by: 3, cycle: 1 }],
});

describe('how the customer is told', () => {
  const kit = playbookOf('response-toolkit');

  it('is the way they prefer, else the one by which they came', () => {
    expect(usualVia(registered({ 'preferred-channel': 'sms' }), kit)).toBe('sms');
    expect(usualVia(registered({}), kit)).toBe('social');
    expect(usualVia(registered({ 'preferred-channel': 'pigeon' }), kit)).toBe('social');
    expect(usualVia(registered({ 'preferred-channel': 'sms' }), playbookOf('quick-response'))).toBe('social');
  });
});
