import { ArrowRightOutlined, FormOutlined, LockOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { paths } from '../../app/paths.ts';
import { jumpToField } from '../../form/field-ids.ts';
import { coordinationId } from '../coordination/place.ts';
import { useTicket } from '../ticket-context.tsx';
import type { GateAction, OpenGate } from './open-gates.ts';
import styles from './stages.module.css';
import { stageTexts } from './texts.ts';

/** What still holds the ticket in its stage, and the button that leads to each remedy. */
export function GateList({ gates, prefix }: { gates: readonly OpenGate[]; prefix: string }): ReactNode {
  const t = useTexts(stageTexts);
  const mayFill = useTicket().action('submit-form').isAllowed;
  if (gates.length === 0) return null;
  return (
    <div className={styles.gates}>
      <p className={styles.gatesTitle}>{t('gate.title')}</p>
      <ul>
        {gates.map(({ gate, opensBy }) => (
          <li key={gate} data-holds={'action' in opensBy}>
            <span aria-hidden>{'action' in opensBy ? <LockOutlined /> : <FormOutlined />}</span>
            <span>{t(`gate.${gate}`)}</span>
            {'action' in opensBy ? (
              <GateButton action={opensBy.action} />
            ) : mayFill ? (
              <button type="button" className={styles.gateField} onClick={() => jumpToField(prefix, opensBy.field)}>
                {t('gate.byForm')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function GateButton({ action }: { action: GateAction }): ReactNode {
  const t = useTexts(stageTexts);
  const ticket = useTicket();
  if (action === 'coordinate') return <CoordinateButton />;
  const remedy = remedies[action];
  if (!ticket.action(remedy).isAllowed) return null;
  const start = () => {
    if (remedy === 'inform-customer') ticket.compose('customer', action === 'tell-news' ? 'news' : 'result');
    else if (remedy !== 'submit-form') ticket.setOpenDialog(remedy);
  };
  if (remedy === 'submit-form') return null;
  return (
    <Button size="small" icon={<ArrowRightOutlined aria-hidden />} iconPlacement="end" onClick={start}>
      {t(`gate.do.${action}`)}
    </Button>
  );
}

/** What opens these gates stands in a section of its own. */
function CoordinateButton(): ReactNode {
  const t = useTexts(stageTexts);
  const navigate = useNavigate();
  const { detail } = useTicket();
  const go = () => {
    void navigate({ ...paths.ticket(detail.id, { tab: 'coordination' }), replace: true });
    document.getElementById(coordinationId)?.scrollIntoView({ block: 'start' });
  };
  return (
    <Button size="small" icon={<ArrowRightOutlined aria-hidden />} iconPlacement="end" onClick={go}>
      {t('gate.do.coordinate')}
    </Button>
  );
}

const remedies = {
  classify: 'classify',
  'hand-off': 'hand-off',
  accept: 'accept',
  'tell-result': 'inform-customer',
  'tell-news': 'inform-customer',
  verify: 'submit-form',
  rate: 'rate',
} as const satisfies Record<Exclude<GateAction, 'coordinate'>, string>;
