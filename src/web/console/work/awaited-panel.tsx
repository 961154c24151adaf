import {
  CalendarOutlined,
  CheckSquareOutlined,
  FieldTimeOutlined,
  MailOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AwaitedView } from '../../../contract/task.ts';
import { queries } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { useNow } from '../../ui/now.ts';
import { Panel } from '../../ui/panel.tsx';
import { fullTime } from '../../ui/spans.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { paths } from '../app/paths.ts';
import styles from './awaited.module.css';
import { GroupTitle } from './my-open.tsx';
import { texts } from './texts.ts';

const icons: Record<AwaitedView['kind'], typeof MailOutlined> = {
  task: CheckSquareOutlined,
  letter: MailOutlined,
  'settle-letter': FieldTimeOutlined,
  meeting: TeamOutlined,
  solution: SolutionOutlined,
  'settle-date': CalendarOutlined,
};

/** What others wait for me or my department to do, the soonest due first; nothing where nobody waits. */
export function AwaitedPanel(): ReactNode {
  const t = useTexts(texts);
  const found = useQuery(queries.tasks()).data;
  if (!found || found.items.length === 0) return null;
  return (
    <Panel
      isFlush
      title={<GroupTitle icon={<TeamOutlined aria-hidden />} name={t('group.awaited')} count={found.items.length} />}
      extra={<span className={styles.hint}>{t('group.awaitedHint')}</span>}
    >
      <ul className={styles.list}>
        {found.items.map((one) => (
          <li key={`${one.ticket}.${one.kind}.${one.item}`}>
            <Awaited one={one} />
          </li>
        ))}
      </ul>
      {found.isPartial ? <p className={styles.more}>{t('awaited.more')}</p> : null}
    </Panel>
  );
}

function Awaited({ one }: { one: AwaitedView }): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const departments = useQuery(queries.departments()).data?.items;
  const Icon = icons[one.kind];
  const department = departments?.find(({ code }) => code === one.department);
  return (
    <Link {...paths.ticket(one.ticket, { tab: 'coordination' })} className={styles.item} data-ticket-link>
      <Icon aria-hidden className={styles.icon ?? ''} />
      <span className={styles.words}>
        <span className={styles.what}>
          <strong>{t(`awaited.${one.kind}`, { item: one.item })}</strong> {one.title}
        </span>
        <span className={styles.fine}>
          {[
            one.number,
            one.subject,
            ...(department ? [t('awaited.ofDepartment', { department: name(department.name) })] : []),
          ].join(' · ')}
        </span>
      </span>
      {one.due === null ? null : <Due at={Date.parse(one.due)} isMeeting={one.kind === 'meeting'} />}
    </Link>
  );
}

function Due({ at, isMeeting }: { at: number; isMeeting: boolean }): ReactNode {
  const t = useTexts(texts);
  const locale = useLocale();
  const now = useNow();
  const time = fullTime(at, locale);
  const tone = at < now ? 'late' : at - now < soonMs ? 'soon' : 'calm';
  return (
    <span className={styles.due} data-tone={isMeeting && tone === 'late' ? 'soon' : tone}>
      {isMeeting
        ? t('awaited.at', { time })
        : tone === 'late'
          ? t('awaited.late', { time })
          : t('awaited.due', { time })}
    </span>
  );
}

const soonMs = 3_600_000;
