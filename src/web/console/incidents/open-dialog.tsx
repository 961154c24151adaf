import { useNavigate } from '@tanstack/react-router';
import { Form, Select } from 'antd';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { openIncidentBody } from '../../../contract/incident.ts';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { useIdempotencyKey } from '../form/use-idempotency-key.ts';
import { dialogTexts } from './dialog-texts.ts';
import { IncidentModal } from './incident-modal.tsx';
import { MessageFields, PublicNotice, StandingFields, TitleFields } from './public-fields.tsx';
import { texts } from './texts.ts';

type Values = z.input<typeof openIncidentBody>;

export function OpenDialog({ onClose }: { onClose: () => void }): ReactNode {
  const t = useTexts(dialogTexts);
  const name = useTexts(texts);
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  const [form] = Form.useForm<Values>();
  const send = (values: Values) => {
    const body = { ...values, estimate: values.estimate || null };
    return call('openIncident', { body, idempotencyKey: keyFor(body) });
  };
  return (
    <IncidentModal<Values>
      title={name('open')}
      form={form}
      initial={{ phase: 'investigating', impact: 'partial', words: [] }}
      submitLabel={t('open.submit')}
      doneText={({ number }) => t('open.done', { number })}
      send={send}
      onDone={({ id }) => void navigate(paths.incident(id))}
      onClose={onClose}
    >
      <PublicNotice />
      <TitleFields />
      <MessageFields />
      <StandingFields />
      <Form.Item name="words" label={t('form.words')} extra={t('form.wordsHint')}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={20} placeholder={t('form.wordsPlaceholder')} />
      </Form.Item>
    </IncidentModal>
  );
}
