import { DownloadOutlined, FileDoneOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { TicketDetail } from '../../../../contract/ticket.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TimeText } from '../../../ui/time-text.tsx';
import { texts } from '../texts.ts';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import styles from './about.module.css';
import { formFileUrl, formPrintUrl } from './form-urls.ts';

/** Loaded once a form is read; from then on it stays, so that it can slide away. */
const FormDrawer = lazy(() => import('./form-drawer.tsx').then((drawer) => ({ default: drawer.FormDrawer })));

type Submitted = TicketDetail['forms'][number];

/** The forms kept under the ticket's number: to read, print and download. */
export function FormsPanel(): ReactNode {
  const t = useTexts(texts);
  const { detail } = useTicket();
  const [read, setRead] = useState<Submitted | null>(null);
  const [isAsked, setAsked] = useState(false);
  if (read !== null && !isAsked) setAsked(true);
  const forms = detail.forms.toSorted((a, b) => a.at.localeCompare(b.at));
  return (
    <Panel title={t('forms.title')}>
      {forms.length === 0 ? (
        <EmptyState title={t('forms.empty')} />
      ) : (
        <ul className={styles.forms}>
          {forms.map((one) => (
            <FormCard key={`${one.form}.${one.cycle}`} submitted={one} onRead={() => setRead(one)} />
          ))}
        </ul>
      )}
      {isAsked ? (
        <Suspense fallback={null}>
          <FormDrawer submitted={read} onClose={() => setRead(null)} />
        </Suspense>
      ) : null}
    </Panel>
  );
}

function FormCard({ submitted, onRead }: { submitted: Submitted; onRead: () => void }): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const { detail, history: playbook } = useTicket();
  const names = useNamesOf(playbook);
  const form = playbook.forms.find((one) => one.id === submitted.form);
  const title = form ? name(form.name) : submitted.form;
  return (
    <li className={styles.form}>
      <button type="button" className={styles.formTitle} onClick={onRead}>
        <FileDoneOutlined aria-hidden /> {title}
      </button>
      <span className={styles.formBy}>
        <TimeText at={submitted.at} />
        {submitted.by === null ? null : ` · ${names.staff(submitted.by)}`}
        {submitted.cycle > 1 ? ` · ${t('forms.cycle', { cycle: submitted.cycle })}` : null}
      </span>
      {form?.printed ? (
        <span className={styles.formLinks}>
          <Button
            type="text"
            size="small"
            icon={<PrinterOutlined aria-hidden />}
            href={formPrintUrl(detail.id, submitted.form)}
            target="_blank"
            aria-label={`${t('forms.print')} ${title}`}
          />
          <Button
            type="text"
            size="small"
            icon={<DownloadOutlined aria-hidden />}
            href={formFileUrl(detail.id, submitted.form)}
            aria-label={`${t('forms.download')} ${title}`}
          />
        </span>
      ) : null}
    </li>
  );
}
