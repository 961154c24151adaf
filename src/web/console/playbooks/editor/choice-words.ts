import { useCallback } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { clockEventTexts } from '../../ticket/clocks/event-texts.ts';
import { stageTexts } from '../../ticket/stages/texts.ts';
import { texts as ticketTexts } from '../../ticket/texts.ts';
import { flowTexts } from '../flow/texts.ts';
import { editorTexts } from './texts.ts';

/** What a choice is called where it has a name elsewhere in the console; else as it is written. */
export function useChoiceWords(): (value: unknown) => string {
  const event = useTexts(clockEventTexts);
  const role = useTexts(ticketTexts);
  const gate = useTexts(stageTexts);
  const flow = useTexts(flowTexts);
  const own = useTexts(editorTexts);
  return useCallback(
    (value) => {
      const id = String(value);
      const known = (keys: object, key: string) => Object.hasOwn(keys, key);
      if (known(clockEventTexts.zh, id)) return event(id as keyof typeof clockEventTexts.zh);
      if (known(ticketTexts.zh, `role.${id}`)) return role(`role.${id}` as 'role.agent');
      if (known(stageTexts.zh, `gate.${id}`)) return gate(`gate.${id}` as 'gate.owned');
      if (known(flowTexts.zh, `status.${id}`)) return flow(`status.${id}` as 'status.todo');
      if (id === 'wall' || id === 'working') return flow(id);
      if (known(editorTexts.zh, `choice.${id}`)) return own(`choice.${id}` as 'choice.customer');
      return id;
    },
    [event, role, gate, flow, own],
  );
}
