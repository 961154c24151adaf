import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/domain/ticket/events.ts';
import { nextStage } from '../../src/web/console/ticket/stages/next-stage.ts';
import { playbookOf, type ShippedId } from '../domain/playbook-documents.ts';

/** The button that sends a form names the stage that it leads to. */
describe('the stage that a form leads to', () => {
  const next = (id: ShippedId, stage: string, category: string | null, answers: Answers = {}) => {
    const playbook = playbookOf(id);
    const formId = playbook.stages.find((one) => one.id === stage)?.form;
    const form = playbook.forms.find((one) => one.id === formId);
    if (!form) throw new Error(`${stage} has no form`);
    return nextStage(playbook, { stage, category, priority: 'normal', forms: [] }, form, answers)?.id;
  };

  it('passes over what this kind of ticket does not need', () => {
    expect(next('response-toolkit', 'result', 'complaint')).toBe('archive');
    expect(next('response-toolkit', 'result', 'suggestion')).toBe('follow-up');
    expect(next('response-toolkit', 'archive', 'complaint')).toBeUndefined();
  });

  it('goes by the answers as they are typed', () => {
    expect(next('huiyin', 'analyse', 'system-failure', { collaboration: 'needed' })).toBe('coordinate');
    expect(next('huiyin', 'analyse', 'system-failure', { collaboration: 'none' })).toBe('agree');
    expect(next('huiyin', 'analyse', 'consultation', { collaboration: 'none' })).toBe('carry-out');
  });
});
