import type { ReactNode } from 'react';
import type { TaskView } from '../../../../contract/coordination.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Person } from '../../app/people.tsx';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import styles from './coordination.module.css';
import { Begin, Group, type PartProps } from './group.tsx';
import { Item, ItemActions, type Tone } from './item.tsx';
import { coordinationTexts } from './texts.ts';

const tones: Record<TaskView['status'], Tone> = {
  open: 'waits',
  accepted: 'goes',
  declined: 'bad',
  done: 'good',
  cancelled: 'over',
};

export function Tasks(props: PartProps): ReactNode {
  const { coordination, onAsk } = props;
  return (
    <Group
      name="tasks"
      begin={<Begin {...props} command="assign-task" />}
      items={coordination.tasks.map((task) => ({
        isOver: task.endedAt !== null,
        node: <TaskItem key={task.id} task={task} onAsk={onAsk} />,
      }))}
    />
  );
}

function TaskItem({ task, onAsk }: { task: TaskView; onAsk: PartProps['onAsk'] }): ReactNode {
  const t = useTexts(coordinationTexts);
  const { playbook } = useTicket();
  const names = useNamesOf(playbook);
  const isOpen = task.endedAt === null;
  const cause = task.cause === 'manual' ? null : t(`cause.${task.cause}`, { of: task.of ?? 0 });
  const isTheirs = isOpen && !task.may.some((name) => name !== 'cancel-task');
  return (
    <Item
      mark={`T${task.id}`}
      title={task.what === '' ? names.department(task.department) : task.what}
      status={{ label: t(`task.${task.status}`), tone: tones[task.status] }}
      {...(isOpen ? { subject: `task:${task.id}` } : {})}
      facts={[
        { label: t('fact.department'), value: names.department(task.department) },
        {
          label: t('fact.owner'),
          value: task.owner === null ? t('fact.noOwner') : <Person name={names.staff(task.owner)} />,
        },
        task.due === null ? null : { label: t('fact.due'), value: names.time(task.due) },
        task.eta === null ? null : { label: t('fact.eta'), value: names.time(task.eta) },
      ]}
      said={[
        { label: t('said.plan'), text: task.plan },
        { label: t('said.result'), text: task.result },
        { label: t('said.reason'), text: task.reason },
      ]}
      actions={
        task.may.length > 0 || cause || isTheirs ? (
          <>
            <ItemActions may={task.may} item={task.id} onAsk={onAsk} />
            {cause ? <small className={styles.quiet}>{cause}</small> : null}
            {isTheirs ? <small className={styles.quiet}>{t('waits.task')}</small> : null}
          </>
        ) : null
      }
    />
  );
}
