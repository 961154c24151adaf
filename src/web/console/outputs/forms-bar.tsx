import {
  ArrowLeftOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  FileWordOutlined,
  PrinterOutlined,
} from '@ant-design/icons';
import { Link, linkOptions, useNavigate } from '@tanstack/react-router';
import { Button, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ArchiveView } from '../../../contract/output.ts';
import type { OutputLanguage } from '../../../domain/output/language.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { paths } from '../app/paths.ts';
import { type FormsAsk, files } from './api.ts';
import styles from './outputs.module.css';
import { RevealReason } from './reveal-reason.tsx';
import { texts } from './texts.ts';

type Props = {
  ticket: number;
  form: string | undefined;
  archive: ArchiveView;
  ask: FormsAsk;
  onLanguage: (language: OutputLanguage) => void;
  onReveal: (reason: string | undefined) => void;
};

/** Which form, in which language, and out with it. Nothing of this is printed. */
export function FormsBar({ ticket, form, archive, ask, onLanguage, onReveal }: Props): ReactNode {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const choose = (next: string) =>
    void navigate(linkOptions({ to: '/outputs', search: { ticket, form: next === '' ? undefined : next } }));
  const options = [
    { value: '', label: t('forms.all') },
    ...archive.forms.map((one) => ({
      value: one.form,
      label: one.isFilled ? one.title : `${one.title} · ${t('forms.empty')}`,
    })),
  ];
  const file = form === undefined ? files.archive(ticket, ask) : files.form(ticket, form, ask);
  return (
    <>
      <PageHeader
        title={t('forms.title', { number: archive.number })}
        subtitle={
          <Link {...paths.ticket(ticket)}>
            <ArrowLeftOutlined aria-hidden /> {t('forms.back')}
          </Link>
        }
        actions={
          <>
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t('print')}
            </Button>
            <Button type="primary" icon={<FileWordOutlined />} href={file} download>
              {t('download.word')}
            </Button>
          </>
        }
      />
      <div className={styles.bar} data-screen-only>
        <Select
          aria-label={t('forms.pick')}
          className={styles.pick}
          value={form ?? ''}
          options={options}
          onChange={choose}
        />
        <Segmented
          aria-label={t('language.label')}
          value={ask.lang}
          options={(['zh', 'en', 'both'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={onLanguage}
        />
        <Button
          type="text"
          icon={ask.reveal === undefined ? <EyeOutlined /> : <EyeInvisibleOutlined />}
          onClick={() => (ask.reveal === undefined ? setAsking(true) : onReveal(undefined))}
        >
          {t(ask.reveal === undefined ? 'reveal.do' : 'reveal.undo')}
        </Button>
      </div>
      <RevealReason isOpen={isAsking} onClose={() => setAsking(false)} onReason={onReveal} />
    </>
  );
}
