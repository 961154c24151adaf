import { ArrowRightOutlined, CheckCircleFilled, CopyOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { TicketDetail } from '../../../contract/ticket.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { queries } from '../../api/queries.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { PromiseBadge } from '../../ui/promise-badge.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import { copyText } from '../app/copy-text.ts';
import { paths } from '../app/paths.ts';
import { TicketIncident } from '../incidents/ticket-banner.tsx';
import { useNamesOf } from '../ticket/use-names-of.ts';
import styles from './register.module.css';
import { RegisteredFiles } from './registered-files.tsx';
import { texts } from './texts.ts';

type Props = { detail: TicketDetail; files: File[]; playbook: Playbook; onAgain: (sameCustomer: boolean) => void };

/** The number in large, ready to be read out, and what happens next. */
export function Registered({ detail, files, playbook, onAgain }: Props): ReactNode {
  const t = useTexts(texts);
  const ui = useTexts(uiTexts);
  const name = useNames();
  const names = useNamesOf(playbook);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const first = useRef<HTMLDivElement>(null);
  // Linking it to an incident changes it.
  const current = useQuery(queries.ticket(detail.id)).data ?? detail;
  const stage = playbook.stages.find((one) => one.id === detail.stage);

  useEffect(() => first.current?.querySelector<HTMLElement>('button, a')?.focus(), []);

  const copy = async () => {
    if (await copyText(detail.number)) void message.success(ui('copied'));
  };
  return (
    <Panel>
      <div className={styles.done} role="status">
        <p className={styles.doneTitle}>
          <CheckCircleFilled aria-hidden /> {t('done.title')}
        </p>
        <p className={styles.doneNumber}>
          <span className="visually-hidden">{t('done.number')}</span>
          <strong>{detail.number}</strong>
          <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
            {t('done.copy')}
          </Button>
        </p>
        <p className={styles.say}>{t('done.say', { number: detail.number })}</p>
        <h2 className={styles.smallTitle}>{t('done.next')}</h2>
        <p className={styles.next}>
          {stage
            ? t('done.stage', { stage: name(stage.name), roles: names.list(stage.who.map(names.role)) })
            : names.stage(detail.stage)}
        </p>
        {detail.nextPromise ? (
          <p className={styles.next}>
            {t('done.promise')} <PromiseBadge promise={detail.nextPromise} hasName />
          </p>
        ) : null}
        {files.length === 0 ? null : <RegisteredFiles detail={detail} files={files} />}
        <TicketIncident detail={current} />
        <div className={styles.doneActions} ref={first}>
          <Button
            type="primary"
            icon={<ArrowRightOutlined aria-hidden />}
            onClick={() => void navigate(paths.ticket(detail.id))}
          >
            {t('done.open')}
          </Button>
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => onAgain(false)}>
            {t('done.again')}
          </Button>
          <Button type="text" onClick={() => onAgain(true)}>
            {t('done.same')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
