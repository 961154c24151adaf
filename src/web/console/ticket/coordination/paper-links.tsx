import { CalendarOutlined, FileTextOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts';
import { paths } from '../../app/paths.ts';
import { useTicket } from '../ticket-context.tsx';
import { coordinationTexts } from './texts.ts';

/** Leads to the paper of an item: to print, to download, to copy as an e-mail. */
export function PaperLink({
  paper,
  label,
}: {
  paper: string;
  label: 'hand-off' | 'letter' | 'minutes' | 'invitation' | 'solution' | 'record';
}): ReactNode {
  const t = useTexts(coordinationTexts);
  const { detail } = useTicket();
  return (
    <Link {...paths.outputs({ ticket: detail.id, paper })}>
      <FileTextOutlined aria-hidden /> {t(`paper.${label}`)}
    </Link>
  );
}

/** Puts a meeting into a calendar, or takes it out again. */
export function CalendarFile({ meeting, isCancelled }: { meeting: number; isCancelled: boolean }): ReactNode {
  const t = useTexts(coordinationTexts);
  const language = useLanguage();
  const { detail } = useTicket();
  return (
    <Button
      size="small"
      type="link"
      icon={<CalendarOutlined aria-hidden />}
      href={`/api/v1/tickets/${detail.id}/meetings/${meeting}.ics?lang=${language}`}
      download
    >
      {t(isCancelled ? 'paper.calendar.cancel' : 'paper.calendar')}
    </Button>
  );
}
