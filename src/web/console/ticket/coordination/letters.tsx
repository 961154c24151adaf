import type { ReactNode } from 'react';
import type { LetterView } from '../../../../contract/coordination.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import styles from './coordination.module.css';
import { CopyLink } from './copy-link.tsx';
import { isDepartment } from './dialog-form.ts';
import { Begin, Group, type PartProps } from './group.tsx';
import { Item, ItemActions, type Tone } from './item.tsx';
import { PaperLink } from './paper-links.tsx';
import { coordinationTexts } from './texts.ts';
import { useParties } from './use-parties.ts';

const tones: Record<LetterView['status'], Tone> = {
  sent: 'waits',
  accepted: 'good',
  declined: 'bad',
  counter: 'waits',
  withdrawn: 'over',
};

export function Letters(props: PartProps): ReactNode {
  const { coordination } = props;
  const t = useTexts(coordinationTexts);
  const hasSomebody = coordination.parties.some(({ kind }) => kind !== 'customer');
  return (
    <Group
      name="letters"
      begin={<Begin {...props} command="send-letter" hold={hasSomebody ? null : t('why.no-party')} />}
      items={coordination.letters.map((letter) => ({
        isOver: letter.status !== 'sent' && letter.status !== 'counter',
        node: <LetterItem key={letter.id} letter={letter} {...props} />,
      }))}
    />
  );
}

function LetterItem({ letter, coordination, onAsk }: PartProps & { letter: LetterView }): ReactNode {
  const t = useTexts(coordinationTexts);
  const { playbook } = useTicket();
  const names = useNamesOf(playbook);
  const { nameOf } = useParties(coordination);
  const party = nameOf(letter.party);
  const isTheirs = letter.status === 'sent' && !letter.may.includes('answer-letter');
  return (
    <Item
      mark={`L${letter.id}`}
      title={party}
      status={{ label: t(`letter.${letter.status}`), tone: tones[letter.status] }}
      subject={`letter:${letter.id}`}
      facts={[
        { label: t('fact.at'), value: names.time(letter.at) },
        letter.wantedBy === null ? null : { label: t('fact.wantedBy'), value: names.time(letter.wantedBy) },
        letter.date === null
          ? null
          : {
              label: t(letter.status === 'counter' ? 'fact.date' : 'fact.agreedDate'),
              value: names.time(letter.date),
            },
        letter.contact === null ? null : { label: t('fact.contact'), value: names.staff(letter.contact) },
        letter.via.length === 0
          ? null
          : { label: t('fact.via'), value: names.list(letter.via.map((way) => t(`via.${way}`))) },
      ]}
      said={[
        { label: t('said.demand'), text: letter.demand },
        { label: t('said.background'), text: letter.background },
        { label: t('said.note'), text: letter.note },
        { label: t('said.reason'), text: letter.reason },
      ]}
      actions={
        <>
          <ItemActions may={letter.may} item={letter.id} onAsk={onAsk} />
          {letter.status === 'sent' && letter.may.includes('withdraw-letter') && !isDepartment(letter.party) ? (
            <CopyLink kind="letter" item={letter.id} party={letter.party} name={party} />
          ) : null}
          <PaperLink paper={`letter-${letter.id}`} label="letter" />
          {isTheirs ? <small className={styles.quiet}>{t('waits.letter', { party })}</small> : null}
        </>
      }
    />
  );
}
