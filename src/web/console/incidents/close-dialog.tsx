import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { closeIncidentBody, IncidentDetail } from '../../../contract/incident.ts';
import { outcomes } from '../../../domain/incident/events.ts';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { dialogTexts } from './dialog-texts.ts';
import { IncidentModal } from './incident-modal.tsx';
import styles from './incidents.module.css';
import { MessageFields, PublicNotice } from './public-fields.tsx';

type Values = Omit<z.input<typeof closeIncidentBody>, 'version'>;

export function CloseDialog({ incident, onClose }: { incident: IncidentDetail; onClose: () => void }): ReactNode {
  const t = useTexts(dialogTexts);
  const [form] = Form.useForm<Values>();
  const outcome = Form.useWatch('outcome', form) ?? 'resolved';
  const { id, version, hears } = incident;
  return (
    <IncidentModal<Values>
      title={t('close.title')}
      form={form}
      initial={{ outcome: 'resolved' }}
      submitLabel={hears > 0 ? t('close.submit', { count: hears }) : t('close.submitNone')}
      doneText={() => t(hears > 0 ? 'close.done' : 'close.doneNone')}
      send={(values) => call('closeIncident', { params: { id }, body: { ...values, version } })}
      onClose={onClose}
    >
      <PublicNotice />
      <Form.Item name="outcome" label={t('close.outcome')}>
        <Radio.Group className={styles.outcomes ?? ''}>
          {outcomes.map((one) => (
            <Radio key={one} value={one}>
              {t(`close.${one}`)}
              <small className={styles.quiet}>{t(`close.${one}Hint`)}</small>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <MessageFields label={t('close.message')} placeholder={t('close.messagePlaceholder')} />
      {outcome === 'resolved' ? (
        <>
          <Form.Item
            name="solution"
            label={t('form.solution')}
            extra={t('form.solutionHint')}
            rules={[{ required: true, whitespace: true, message: t('form.required') }]}
          >
            <Input.TextArea maxLength={4_000} autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
          <Form.Item name="rootCause" label={t('form.rootCause')}>
            <Input.TextArea maxLength={2_000} autoSize={{ minRows: 1, maxRows: 4 }} />
          </Form.Item>
        </>
      ) : null}
    </IncidentModal>
  );
}
