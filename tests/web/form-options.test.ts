import { describe, expect, it } from 'vitest';
import { optionHint } from '../../src/web/console/form/options.ts';
import { playbookOf } from '../domain/playbook-documents.ts';
import { field } from './form-playbook.ts';

describe('what helps to choose', () => {
  const priority = field('priority', { type: 'choice', optionsFrom: 'priorities' });

  it('says when a priority applies, and whom it reaches where the playbook says so', () => {
    const kit = playbookOf('response-toolkit');
    expect(optionHint(kit, priority, 'normal')?.zh).toBe('需求明确，但不妨碍正常使用（个人）');
    expect(optionHint(kit, priority, 'urgent')?.en).toMatch(/at once \(one person or a group\)$/);
    expect(optionHint(playbookOf('resolution-flow'), priority, 'urgent')?.zh).toBe('核心功能无法使用，或客户损失重大');
    expect(optionHint(kit, priority, 'nope')).toBeUndefined();
  });

  it('gives examples of a category, and says nothing about other choices', () => {
    const kit = playbookOf('response-toolkit');
    expect(
      optionHint(kit, field('category', { type: 'choice', optionsFrom: 'categories' }), 'complaint'),
    ).toBeDefined();
    expect(optionHint(kit, field('channel', { type: 'choice', optionsFrom: 'channels' }), 'phone')).toBeUndefined();
  });
});
