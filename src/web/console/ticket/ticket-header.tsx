import { ArrowUpOutlined, CopyOutlined, PauseCircleOutlined, RedoOutlined, StopOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { PromiseBadge } from '../../ui/promise-badge.tsx';
import { Tag } from '../../ui/tag.tsx';
import { GreenLaneTag } from '../../ui/tags.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import { copyText } from '../app/copy-text.ts';
import { TicketPriority, TicketStage } from '../app/ticket-tags.tsx';
import { ActionBar } from './actions/action-bar.tsx';
import { texts } from './texts.ts';
import styles from './ticket.module.css';
import { useTicket } from './ticket-context.tsx';
import { useNamesOf } from './use-names-of.ts';

/** Number, subject, urgency, state and the next promise, always in sight. */
export function TicketHeader(): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const { message } = App.useApp();
  const { detail } = useTicket();
  const subject = detail.subject || t('noSubject');
  useEffect(() => {
    document.title = `${t('title.of', { number: detail.number, subject })} · 回音 Huiyin`;
  }, [t, detail.number, subject]);
  const copy = async () => {
    if (await copyText(detail.number)) void message.success(ui('copied'));
  };
  return (
    <header className={styles.header}>
      <div className={styles.tags}>
        <span className={styles.number}>{detail.number}</span>
        <Button
          type="text"
          size="small"
          icon={<CopyOutlined aria-hidden />}
          aria-label={t('copyNumber', { number: detail.number })}
          onClick={() => void copy()}
        />
        {detail.isGreenLane ? <GreenLaneTag /> : null}
        <TicketPriority row={detail} />
        <TicketStage row={detail} />
        <Marks />
        {detail.nextPromise ? <PromiseBadge promise={detail.nextPromise} hasName /> : null}
      </div>
      <h1 className={styles.subject}>{subject}</h1>
      <div className={styles.headActions}>
        <ActionBar />
      </div>
    </header>
  );
}

/** What is unusual about this ticket: second handling, a wait, an escalation, a dismissal. */
function Marks(): ReactNode {
  const t = useTexts(texts);
  const { detail, playbook } = useTicket();
  const names = useNamesOf(playbook);
  return (
    <>
      {detail.cycle > 1 ? (
        <Tag tone="amber">
          <RedoOutlined aria-hidden /> {t('cycle.again', { cycle: detail.cycle })}
        </Tag>
      ) : null}
      {detail.wait ? (
        <Tag title={t('wait.since', { time: names.time(detail.wait.since) })}>
          <PauseCircleOutlined aria-hidden /> {t(`wait.${detail.wait.for}`)}
        </Tag>
      ) : null}
      {detail.escalation > 0 ? (
        <Tag tone="red">
          <ArrowUpOutlined aria-hidden /> {t('escalated', { level: detail.escalation })}
        </Tag>
      ) : null}
      {detail.dismissed ? (
        <Tag>
          <StopOutlined aria-hidden /> {t(`dismissed.${detail.dismissed}`)}
        </Tag>
      ) : null}
    </>
  );
}
