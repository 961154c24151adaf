import { useCallback } from 'react';
import { isRole } from '../../../../domain/access/role-names.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { useRoleName } from '../../app/use-role-name.ts';
import { clockEventTexts } from '../../ticket/clocks/event-texts.ts';
import { stageTexts } from '../../ticket/stages/texts.ts';
import { flowTexts } from '../flow/texts.ts';
import { choiceTexts } from './choice-texts.ts';

/** What a choice is called where it has a name elsewhere in the console; else as it is written. */
export function useChoiceWords(): (value: unknown) => string {
  const event = useTexts(clockEventTexts);
  const roleName = useRoleName();
  const gate = useTexts(stageTexts);
  const flow = useTexts(flowTexts);
  const own = useTexts(choiceTexts);
  return useCallback(
    (value) => {
      const id = String(value);
      const known = (keys: object, key: string) => Object.hasOwn(keys, key);
      if (known(clockEventTexts.zh, id)) return event(id as keyof typeof clockEventTexts.zh);
      if (isRole(id)) return roleName(id);
      if (known(stageTexts.zh, `gate.${id}`)) return gate(`gate.${id}` as 'gate.owned');
      if (known(flowTexts.zh, `status.${id}`)) return flow(`status.${id}` as 'status.todo');
      if (id === 'wall' || id === 'working') return flow(id);
      if (known(choiceTexts.zh, id)) return own(id as keyof typeof choiceTexts.zh);
      return id;
    },
    [event, roleName, gate, flow, own],
  );
}
