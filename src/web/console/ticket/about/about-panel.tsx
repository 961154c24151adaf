import { SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { Panel } from '../../../ui/panel.tsx';
import { TimeText } from '../../../ui/time-text.tsx';
import { Person } from '../../app/people.tsx';
import { PaperLink } from '../coordination/paper-links.tsx';
import { texts } from '../texts.ts';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import styles from './about.module.css';

/** Loaded beside what is read first. */
const HandOffPosted = lazy(() =>
  import('../../group-chats/hand-off-posted.tsx').then((posted) => ({ default: posted.HandOffPosted })),
);

type Row = { label: string; value: ReactNode };

/** Who is responsible, by when, and where the demand came from. */
export function AboutPanel(): ReactNode {
  const t = useTexts(texts);
  const { action, setOpenDialog } = useTicket();
  return (
    <Panel
      title={t('about.title')}
      extra={
        action('hand-off').isAllowed ? (
          <Button size="small" icon={<SwapOutlined aria-hidden />} onClick={() => setOpenDialog('hand-off')}>
            {t('about.reassign')}
          </Button>
        ) : null
      }
    >
      <Rows rows={useResponsibility()} />
      <hr className={styles.rule} />
      <Rows rows={useOrigin()} />
    </Panel>
  );
}

function Rows({ rows }: { rows: readonly Row[] }): ReactNode {
  return (
    <dl className={styles.rows}>
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useResponsibility(): Row[] {
  const t = useTexts(texts);
  const { detail, playbook } = useTicket();
  const names = useNamesOf(playbook);
  const none = <span className={styles.quiet}>{t('about.none')}</span>;
  const isByForm = detail.forms.some(({ form }) =>
    playbook.forms.find(({ id }) => id === form)?.fields.some(({ binds }) => binds === 'department'),
  );
  const rows: Row[] = [
    {
      label: t('about.department'),
      value:
        detail.department === null ? (
          <span className={styles.quiet}>{t('about.notHandedOff')}</span>
        ) : (
          <>
            {names.department(detail.department)}{' '}
            {detail.isAccepted || detail.status !== 'closed' ? (
              <span className={styles.chip} data-good={detail.isAccepted}>
                {t(detail.isAccepted ? 'about.accepted' : 'about.waitingAccept')}
              </span>
            ) : null}
            {isByForm ? (
              <div>
                <PaperLink paper="hand-off" label="hand-off" />
              </div>
            ) : null}
            <Suspense fallback={null}>
              <HandOffPosted />
            </Suspense>
          </>
        ),
    },
    { label: t('about.owner'), value: detail.owner === null ? none : <Person name={names.staff(detail.owner)} /> },
  ];
  if (detail.collaborators.length > 0) {
    rows.push({ label: t('about.collaborators'), value: names.list(detail.collaborators.map(names.staff)) });
  }
  if (detail.deadline !== null) rows.push({ label: t('about.deadline'), value: names.time(detail.deadline) });
  if (detail.eta !== null) rows.push({ label: t('about.eta'), value: <Promised /> });
  return rows;
}

/** The expected time, and what was promised before it. */
function Promised(): ReactNode {
  const t = useTexts(texts);
  const { detail, playbook } = useTicket();
  const names = useNamesOf(playbook);
  const named = detail.promises.toReversed();
  return (
    <>
      {detail.eta === null ? null : names.time(detail.eta)}
      {named.length > 1 ? (
        <details className={styles.promises}>
          <summary>{t('about.promises', { count: named.length })}</summary>
          <ol>
            {named.map(({ at, by, eta, on }) => (
              <li key={`${at}.${on}.${eta}`}>
                <strong>{names.time(eta)}</strong>
                <span>
                  {t(`about.promise.${on}`)} · {names.time(at)}
                  {by === null ? null : ` · ${names.staff(by)}`}
                </span>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}

function useOrigin(): Row[] {
  const t = useTexts(texts);
  const name = useNames();
  const { detail, playbook } = useTicket();
  const names = useNamesOf(playbook);
  const takenOverText = ({ reference, isHistory }: { reference: string; isHistory: boolean }) =>
    [reference && t('about.reference', { reference }), isHistory && t('about.history')].filter(Boolean).join(' · ');
  const rows: Row[] = [
    { label: t('about.playbook'), value: name(playbook.name) },
    { label: t('about.channel'), value: names.channel(detail.channel) },
    { label: t('about.received'), value: names.time(detail.receivedAt) },
    { label: t('about.registered'), value: names.time(detail.registeredAt) },
    ...(detail.registeredBy === null ? [] : [{ label: t('about.interface'), value: names.staff(detail.registeredBy) }]),
    ...(detail.takenOver ? [{ label: t('about.takenOver'), value: takenOverText(detail.takenOver) }] : []),
    {
      label: t('about.lastInformed'),
      value:
        detail.lastInformedAt === null ? (
          <span className={styles.quiet}>{t('about.notInformed')}</span>
        ) : (
          <TimeText at={detail.lastInformedAt} />
        ),
    },
  ];
  if (detail.category !== null) rows.unshift({ label: t('about.category'), value: names.category(detail.category) });
  if (detail.rating !== null) rows.push({ label: t('about.rating'), value: names.rating(detail.rating) });
  return rows;
}
