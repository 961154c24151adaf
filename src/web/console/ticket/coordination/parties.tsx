import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Begin, BeginParty, Group, type PartProps } from './group.tsx';
import { Item, ItemActions } from './item.tsx';
import { coordinationTexts } from './texts.ts';
import { useParties } from './use-parties.ts';

/** Who takes part, and what the last contact with each came to. */
export function Parties(props: PartProps): ReactNode {
  const { coordination, onAsk } = props;
  const t = useTexts(coordinationTexts);
  const { nameOf } = useParties(coordination);
  return (
    <Group
      name="parties"
      begin={
        <>
          <Begin {...props} command="note-contact" />
          <BeginParty {...props} />
        </>
      }
      items={coordination.parties.map((party) => ({
        isOver: false,
        node: (
          <Item
            key={party.id}
            title={nameOf(party.id)}
            status={{
              label: t(`role.${party.role}`),
              tone: party.role === 'responsible' ? 'goes' : 'over',
            }}
            subject={`party:${party.id}`}
            said={[
              { label: t('fact.contact'), text: party.contact },
              { label: t('said.why'), text: party.why },
              { label: t('said.outcome'), text: party.outcome },
            ]}
            actions={party.may.length > 0 ? <ItemActions may={party.may} item={party.id} onAsk={onAsk} /> : null}
          />
        ),
      }))}
    />
  );
}
