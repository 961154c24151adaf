import { Form } from 'antd';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { IncidentDetail, updateIncidentBody } from '../../../contract/incident.ts';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useNow } from '../../ui/now.ts';
import { dialogTexts } from './dialog-texts.ts';
import { IncidentModal } from './incident-modal.tsx';
import styles from './incidents.module.css';
import { MessageFields, PublicNotice, StandingFields } from './public-fields.tsx';

type Values = Omit<z.input<typeof updateIncidentBody>, 'version'>;

/** Says before it is sent how many hear it, and what they will read. */
export function UpdateDialog({ incident, onClose }: { incident: IncidentDetail; onClose: () => void }): ReactNode {
  const t = useTexts(dialogTexts);
  const [form] = Form.useForm<Values>();
  const said = Form.useWatch(['message', 'zh'], form) as string | undefined;
  const { id, version, hears, phase, impact } = incident;
  const now = useNow();
  // One that has passed would be refused: it needs a new one, or none.
  const estimate = incident.estimate !== null && Date.parse(incident.estimate) > now ? incident.estimate : null;
  return (
    <IncidentModal<Values>
      title={t('update.title')}
      form={form}
      initial={{ phase, impact, estimate }}
      submitLabel={hears > 0 ? t('update.submit', { count: hears }) : t('update.submitNone')}
      doneText={() => t(hears > 0 ? 'update.done' : 'update.doneNone')}
      send={(values) =>
        call('updateIncident', { params: { id }, body: { ...values, estimate: values.estimate || null, version } })
      }
      onClose={onClose}
    >
      <PublicNotice />
      <StandingFields />
      <MessageFields />
      <div className={styles.preview}>
        <p>
          {hears > 0 ? t('update.hears', { count: hears }) : t('update.hearsNone')} {t('update.delay')}
        </p>
        {said?.trim() ? (
          <>
            <p className={styles.quiet}>{t('update.preview')}</p>
            <p className={styles.said}>{said.trim()}</p>
          </>
        ) : null}
      </div>
    </IncidentModal>
  );
}
