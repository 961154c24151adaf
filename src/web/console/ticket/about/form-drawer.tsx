import { DownloadOutlined, EditOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { TicketDetail } from '../../../../contract/ticket.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { AnswersView } from '../../form/answers-view.tsx';
import { keptForm } from '../../form/kept-form.ts';
import { texts } from '../texts.ts';
import { useTicket } from '../ticket-context.tsx';
import { useNamesOf } from '../use-names-of.ts';
import styles from './about.module.css';
import { CorrectForm } from './correct-form.tsx';
import { formFileUrl, formPrintUrl } from './form-urls.ts';

type Props = { submitted: TicketDetail['forms'][number] | null; onClose: () => void };

/** A submitted form, whole; whoever may fill it in may correct it here. */
export function FormDrawer({ submitted, onClose }: Props): ReactNode {
  const name = useNames();
  const { detail, history: playbook } = useTicket();
  const [isCorrecting, setCorrecting] = useState(false);
  const form = playbook.forms.find((one) => one.id === submitted?.form);
  const close = () => {
    setCorrecting(false);
    onClose();
  };
  return (
    <SidePanel
      open={submitted !== null}
      onClose={close}
      size={isCorrecting ? 720 : 560}
      title={form ? name(form.name) : submitted?.form}
    >
      {submitted === null || !form ? null : isCorrecting ? (
        <CorrectForm form={keptForm(form, detail.customer.isErased)} submitted={submitted} onDone={close} />
      ) : (
        <Reading form={form} submitted={submitted} onCorrect={() => setCorrecting(true)} />
      )}
    </SidePanel>
  );
}

type ReadingProps = {
  form: ReturnType<typeof useTicket>['playbook']['forms'][number];
  submitted: TicketDetail['forms'][number];
  onCorrect: () => void;
};

function Reading({ form, submitted, onCorrect }: ReadingProps): ReactNode {
  const t = useTexts(texts);
  const { detail, playbook, action } = useTicket();
  const names = useNamesOf(playbook);
  // A rating is final, the current form stands on the page itself, and what is closed stays as it is.
  const isFinal = form.fields.some((field) => field.binds === 'rating');
  const mayCorrect =
    action('submit-form').isAllowed && !isFinal && detail.currentForm?.form !== form.id && detail.status !== 'closed';
  return (
    <>
      <p className={styles.formBy}>
        {names.time(submitted.at)}
        {submitted.by === null ? null : ` · ${t('forms.by', { name: names.staff(submitted.by) })}`}
      </p>
      <AnswersView playbook={playbook} form={form} answers={submitted.answers} isErased={detail.customer.isErased} />
      <div className={styles.drawerFoot}>
        {form.printed ? (
          <>
            <Button icon={<PrinterOutlined aria-hidden />} href={formPrintUrl(detail.id, form.id)} target="_blank">
              {t('forms.print')}
            </Button>
            <Button icon={<DownloadOutlined aria-hidden />} href={formFileUrl(detail.id, form.id)}>
              {t('forms.download')}
            </Button>
          </>
        ) : null}
        {mayCorrect ? (
          <Button icon={<EditOutlined aria-hidden />} onClick={onCorrect}>
            {t('forms.correct')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
