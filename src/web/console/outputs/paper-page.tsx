import {
  ArrowLeftOutlined,
  CopyOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  FileExcelOutlined,
  FileWordOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PaperView } from '../../../contract/output.ts';
import type { OutputLanguage } from '../../../domain/output/language.ts';
import { useLanguage, useTexts } from '../../i18n/use-texts.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { copyText } from '../app/copy-text.ts';
import { PageFailure } from '../app/page-failure.tsx';
import { paths } from '../app/paths.ts';
import { type FormsAsk, files, outputQueries } from './api.ts';
import styles from './outputs.module.css';
import { RevealReason } from './reveal-reason.tsx';
import { FormSheet } from './sheet/form-sheet.tsx';
import { texts } from './texts.ts';

type Props = { ticket: number; paper: string };

/** A letter, an invitation, minutes, a solution or the coordination record, as it comes out of the printer. */
export function PaperPage({ ticket, paper }: Props): ReactNode {
  const t = useTexts(texts);
  const language = useLanguage();
  const [chosen, setChosen] = useState<OutputLanguage | null>(null);
  const [reveal, setReveal] = useState<string>();
  const ask = { lang: chosen ?? language, reveal };
  const { data, error, refetch } = useQuery({
    ...outputQueries.paper(ticket, paper, ask),
    placeholderData: (before) => before,
  });
  if (error && !data) return <PageFailure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={12} />;
  return (
    <>
      <Bar ticket={ticket} paper={paper} view={data} ask={ask} onLanguage={setChosen} onReveal={setReveal} />
      {error ? <ErrorState error={error} onRetry={() => setReveal(undefined)} /> : null}
      <section className="sheets" data-sheets aria-label={t('sheet.region')}>
        <FormSheet document={data.document} language={ask.lang} />
      </section>
    </>
  );
}

type BarProps = Props & {
  view: PaperView;
  ask: FormsAsk;
  onLanguage: (language: OutputLanguage) => void;
  onReveal: (reason: string | undefined) => void;
};

function Bar({ ticket, paper, view, ask, onLanguage, onReveal }: BarProps): ReactNode {
  const t = useTexts(texts);
  const [isAsking, setAsking] = useState(false);
  const { title, number } = view.document;
  return (
    <>
      <PageHeader
        title={`${title} ${number}`}
        subtitle={
          <Link {...paths.ticket(ticket, { tab: 'coordination' })}>
            <ArrowLeftOutlined aria-hidden /> {t('forms.back')}
          </Link>
        }
        actions={
          <>
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t('print')}
            </Button>
            {paper === 'coordination-record' ? (
              <Button icon={<FileExcelOutlined />} href={files.record(ticket, ask)} download>
                {t('download.excel')}
              </Button>
            ) : null}
            <Button type="primary" icon={<FileWordOutlined />} href={files.paper(ticket, paper, ask)} download>
              {t('download.word')}
            </Button>
          </>
        }
      />
      <div className={styles.bar} data-screen-only>
        <Segmented
          aria-label={t('language.label')}
          value={ask.lang}
          options={(['zh', 'en', 'both'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={onLanguage}
        />
        {view.mail ? <MailButtons mail={view.mail} /> : null}
        {view.post ? <PostButton post={view.post} /> : null}
        {paper === 'coordination-record' ? (
          <Button
            type="text"
            icon={ask.reveal === undefined ? <EyeOutlined /> : <EyeInvisibleOutlined />}
            onClick={() => (ask.reveal === undefined ? setAsking(true) : onReveal(undefined))}
          >
            {t(ask.reveal === undefined ? 'reveal.do' : 'reveal.undo')}
          </Button>
        ) : null}
      </div>
      <RevealReason isOpen={isAsking} onClose={() => setAsking(false)} onReason={onReveal} />
    </>
  );
}

function useCopy(copied: 'paper.copied' | 'paper.postCopied'): (text: string) => Promise<void> {
  const t = useTexts(texts);
  const { message } = App.useApp();
  return async (text) => {
    if (await copyText(text)) void message.success(t(copied));
    else void message.warning(t('paper.notCopied'));
  };
}

/** The hand-off as a message to the departments' group chat. */
function PostButton({ post }: { post: string }): ReactNode {
  const t = useTexts(texts);
  const copy = useCopy('paper.postCopied');
  return (
    <Button icon={<CopyOutlined />} onClick={() => void copy(post)}>
      {t('paper.post')}
    </Button>
  );
}

/** The letter as an e-mail: whichever program sends it, subject and text are pasted. */
function MailButtons({ mail }: { mail: NonNullable<PaperView['mail']> }): ReactNode {
  const t = useTexts(texts);
  const copy = useCopy('paper.copied');
  return (
    <>
      <Button icon={<CopyOutlined />} onClick={() => void copy(mail.subject)}>
        {t('paper.mailSubject')}
      </Button>
      <Button icon={<CopyOutlined />} onClick={() => void copy(mail.body)}>
        {t('paper.mail')}
      </Button>
    </>
  );
}
