import { describe, expect, it } from 'vitest';
import { choosePhrases, fitOf, type PhraseToChoose, type PhraseWanted } from '../../src/domain/phrase/choose.ts';
import { soundsUpset } from '../../src/domain/phrase/mood.ts';
import { type CallState, callPlan } from '../../src/domain/phrase/prompt.ts';
import { situationIds, situations } from '../../src/domain/phrase/situations.ts';
import { informKinds } from '../../src/domain/ticket/events.ts';

let next = 0;
const phrase = (more: Partial<PhraseToChoose>): PhraseToChoose => ({
  id: ++next,
  situation: 'greeting',
  title: { zh: '问候', en: 'Greeting' },
  text: { zh: '您好', en: 'Hello' },
  playbooks: [],
  categories: [],
  priorities: [],
  channels: [],
  useCount: 0,
  ...more,
});

describe('which phrases fit', () => {
  const ticket: PhraseWanted = { playbook: 'flow', category: 'logistics', priority: 'urgent', channel: 'phone' };
  it.each<[string, Partial<PhraseToChoose>, PhraseWanted, boolean]>([
    ['for everybody', {}, ticket, true],
    ['for this playbook', { playbooks: ['flow', 'kit'] }, ticket, true],
    ['for another playbook', { playbooks: ['kit'] }, ticket, false],
    ['for this category', { categories: ['logistics'] }, ticket, true],
    ['for another category', { categories: ['complaint'] }, ticket, false],
    ['for a category, of a ticket without one', { categories: ['complaint'] }, { ...ticket, category: null }, false],
    ['for a category, not asked about any', { categories: ['complaint'] }, {}, true],
    ['for another priority', { priorities: ['low'] }, ticket, false],
    ['for another channel', { channels: ['email'] }, ticket, false],
    ['of the situation asked for', { situation: 'delay' }, { situation: 'delay' }, true],
    ['of another situation', { situation: 'delay' }, { situation: 'result' }, false],
    ['for colleagues, wanted for a customer', { situation: 'hand-off' }, { to: 'customer' }, false],
    ['for colleagues, wanted for them', { situation: 'hand-off' }, { to: 'colleague' }, true],
    ['of another kind of message', { situation: 'delay' }, { kind: 'result' }, true],
  ])('%s', (_what, more, wanted, isFit) => {
    expect(fitOf(phrase(more), wanted) !== null).toBe(isFit);
  });

  it('what was made for this ticket goes first, then what is used most', () => {
    const plain = phrase({ useCount: 9 });
    const rare = phrase({});
    const ofCategory = phrase({ categories: ['logistics'] });
    const ofKind = phrase({ situation: 'delay' });
    const ofKindAndPriority = phrase({ situation: 'delay', priorities: ['urgent'] });
    const all = [rare, plain, ofCategory, ofKind, ofKindAndPriority];
    expect(choosePhrases(all, { ...ticket, kind: 'delay' })).toEqual([
      ofKindAndPriority,
      ofKind,
      ofCategory,
      plain,
      rare,
    ]);
  });

  it('of the same fit and use, in the order of a ticket’s life', () => {
    const [late, early] = [phrase({ situation: 'result' }), phrase({ situation: 'calming' })];
    expect(choosePhrases([late, early], {})).toEqual([early, late]);
  });

  it.each([
    ['退款', true],
    ['REFUND', true],
    ['ｒｅｆｕｎｄ', true],
    ['退款 到账', true],
    ['退款 快递', false],
    ['原路，退回', true],
    ['路退', true],
    ['isonits', false],
    ['customername', false],
    ['', true],
    ['  ', true],
  ])('is found by the words %s: %s', (words, isFound) => {
    const one = phrase({
      title: { zh: '退款已办', en: 'Refund made' },
      text: { zh: '{{customerName}}退款原路退回，预计到账', en: 'It is on its way' },
    });
    expect(choosePhrases([one], { words })).toEqual(isFound ? [one] : []);
  });
});

it('every kind of message to the customer has situations that serve it', () => {
  for (const kind of informKinds) {
    const serving = situationIds.filter((id) => (situations[id].kinds as readonly string[]).includes(kind));
    expect(serving, kind).not.toEqual([]);
  }
});

describe('an upset customer', () => {
  it.each([
    '打了三次电话都没人管',
    '你们就是骗子！',
    '再不解决我就打12315',
    '到底什么时候能好！！',
    '已经是第三次反映了',
    '催了好几次',
    'This is unacceptable, I am FURIOUS',
  ])('is heard in %s', (text) => expect(soundsUpset(text)).toBe(true));
  it.each(['想问一下保修期多久？', '洗衣机脱水时有响声。', '请把地址改成三号楼', 'How do I change my address?', ''])(
    'is not heard in %s',
    (text) => expect(soundsUpset(text)).toBe(false),
  );
});

describe('what to say next in a call', () => {
  const call = (more: Partial<CallState> = {}): CallState => ({
    hasBegun: false,
    isUpset: false,
    isUrgent: false,
    missingCount: 3,
    said: new Set(),
    ...more,
  });
  it.each<[string, CallState, string]>([
    ['nothing yet', call(), 'greeting'],
    ['greeted', call({ said: new Set(['greeting']) }), 'ask-missing'],
    ['writing', call({ hasBegun: true }), 'ask-missing'],
    ['upset', call({ hasBegun: true, isUpset: true }), 'calming'],
    ['urgent', call({ hasBegun: true, isUrgent: true }), 'calming'],
    ['calmed', call({ hasBegun: true, isUpset: true, said: new Set(['calming']) }), 'ask-missing'],
    ['all is there', call({ hasBegun: true, missingCount: 0 }), 'closing'],
    ['all is there, still upset', call({ hasBegun: true, isUpset: true, missingCount: 0 }), 'calming'],
  ])('%s: %s', (_what, state, now) => {
    const plan = callPlan(state);
    expect(plan.filter((one) => one.state === 'now').map((one) => one.step)).toEqual([now]);
  });

  it('calming is a step only for those who need it, and stays one once said', () => {
    const stateOf = (state: CallState) => callPlan(state).find((one) => one.step === 'calming')?.state;
    expect(stateOf(call({ hasBegun: true }))).toBe('none');
    expect(stateOf(call({ isUpset: true }))).toBe('next');
    expect(stateOf(call({ hasBegun: true, said: new Set(['calming']) }))).toBe('done');
  });
});
