import { CheckCircleFilled, CloseCircleFilled, HourglassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { SolutionRoundView } from '../../../../contract/coordination.ts';
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

const tones: Record<SolutionRoundView['status'], Tone> = {
  open: 'waits',
  objected: 'bad',
  agreed: 'good',
  overruled: 'good',
  replaced: 'over',
};

export function Rounds(props: PartProps): ReactNode {
  const t = useTexts(coordinationTexts);
  const { coordination } = props;
  return (
    <Group
      name="rounds"
      begin={
        <Begin
          {...props}
          command="circulate-solution"
          {...(coordination.rounds.length > 0 ? { label: t('begin.circulate-solution.again') } : {})}
        />
      }
      items={coordination.rounds.map((round) => ({
        isOver: round.status === 'replaced',
        node: <RoundItem key={round.id} round={round} {...props} />,
      }))}
    />
  );
}

function RoundItem({ round, coordination, onAsk }: PartProps & { round: SolutionRoundView }): ReactNode {
  const t = useTexts(coordinationTexts);
  return (
    <Item
      title={t('round.name', { round: round.id })}
      status={{ label: t(`round.${round.status}`), tone: tones[round.status] }}
      said={[{ label: t('said.reason'), text: round.reason }]}
      actions={
        <>
          <ItemActions may={round.may} item={round.id} onAsk={onAsk} />
          <PaperLink paper={`solution-${round.id}`} label="solution" />
        </>
      }
    >
      <p className={styles.summary}>{round.summary}</p>
      <Plan round={round} coordination={coordination} />
      <Answers round={round} coordination={coordination} onAsk={onAsk} />
    </Item>
  );
}

type RoundProps = { round: SolutionRoundView; coordination: PartProps['coordination'] };

/** What, who, when, how: a table where there is room for one, cards where there is not. */
function Plan({ round, coordination }: RoundProps): ReactNode {
  const t = useTexts(coordinationTexts);
  const { playbook } = useTicket();
  const names = useNamesOf(playbook);
  const { nameOf } = useParties(coordination);
  return (
    <table className={styles.plan}>
      <thead>
        <tr>
          <th scope="col">{t('round.what')}</th>
          <th scope="col">{t('round.who')}</th>
          <th scope="col">{t('round.when')}</th>
          <th scope="col">{t('round.how')}</th>
        </tr>
      </thead>
      <tbody>
        {round.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the items of a round never change
          <tr key={index}>
            <td data-label={t('round.what')}>{item.what}</td>
            <td data-label={t('round.who')}>{nameOf(item.who)}</td>
            <td data-label={t('round.when')}>{item.when === null ? '' : names.time(item.when)}</td>
            <td data-label={t('round.how')}>{item.how}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const answerIcons = { pending: HourglassOutlined, confirmed: CheckCircleFilled, objected: CloseCircleFilled };

function Answers({ round, coordination, onAsk }: RoundProps & Pick<PartProps, 'onAsk'>): ReactNode {
  const t = useTexts(coordinationTexts);
  const { me } = useTicket();
  const { nameOf } = useParties(coordination);
  const mayLink =
    (round.status === 'open' || round.status === 'objected') && coordination.may.includes('circulate-solution');
  const isOurs = (party: string) => me.departments.some((code) => party === `department:${code}`);
  return (
    <ul className={styles.answers} aria-label={t('round.answers')}>
      {round.answers.map(({ party, answer, note, mayAnswer }) => {
        const Icon = answerIcons[answer];
        return (
          <li key={party} data-answer={answer}>
            <span className={styles.answerHead}>
              <Icon aria-hidden />
              <strong>{nameOf(party)}</strong> {t(`answer.${answer}`)}
              {answer === 'pending' && mayLink && !isDepartment(party) ? (
                <CopyLink kind="solution" item={round.id} party={party} name={nameOf(party)} />
              ) : null}
              {mayAnswer ? (
                <Button size="small" onClick={() => onAsk({ do: 'answer-solution', item: round.id, party })}>
                  {t(isOurs(party) ? 'do.answer-solution' : 'do.answer-solution.behalf')}
                </Button>
              ) : null}
            </span>
            {note === '' ? null : <q className={styles.answerNote}>{note}</q>}
          </li>
        );
      })}
    </ul>
  );
}
