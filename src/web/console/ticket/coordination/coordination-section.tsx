import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CoordinationView } from '../../../../contract/coordination.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Panel } from '../../../ui/panel.tsx';
import { useTicket } from '../ticket-context.tsx';
import styles from './coordination.module.css';
import { aboutOf, CoordinationDialog } from './coordination-dialog.tsx';
import type { Ask } from './dialog-form.ts';
import { Letters } from './letters.tsx';
import { Meetings } from './meetings.tsx';
import { PaperLink } from './paper-links.tsx';
import { Parties } from './parties.tsx';
import { coordinationId } from './place.ts';
import { Rounds } from './rounds.tsx';
import { Tasks } from './tasks.tsx';
import { coordinationTexts } from './texts.ts';

/** What departments have under way together: only what the playbook uses. */
export function CoordinationSection(): ReactNode {
  const { coordination } = useTicket().detail;
  return coordination?.uses.some((use) => use in parts) ? <Section coordination={coordination} /> : null;
}

function Section({ coordination }: { coordination: CoordinationView }): ReactNode {
  const t = useTexts(coordinationTexts);
  const [ask, setAsk] = useState<Ask | null>(null);
  const place = useScrolledTo();
  const shown = order.filter((use) => coordination.uses.includes(use));
  return (
    <div ref={place} id={coordinationId} className={styles.section}>
      <Panel title={t('title')} extra={<PaperLink paper="coordination-record" label="record" />}>
        {shown.map((use) => {
          const Part = parts[use];
          return <Part key={use} coordination={coordination} onAsk={setAsk} />;
        })}
      </Panel>
      {ask === null ? null : (
        <CoordinationDialog
          key={aboutOf(ask).join('.')}
          ask={ask}
          coordination={coordination}
          onClose={() => setAsk(null)}
        />
      )}
    </div>
  );
}

const order = ['parties', 'tasks', 'letters', 'meetings', 'solutions'] as const;
const parts = { parties: Parties, tasks: Tasks, letters: Letters, meetings: Meetings, solutions: Rounds };

/** A link that asks for this section brings it into view where the whole page is shown at once. */
function useScrolledTo() {
  const place = useRef<HTMLDivElement>(null);
  const { tab } = useSearch({ from: '/shell/tickets/$id' });
  useEffect(() => {
    if (tab === 'coordination') place.current?.scrollIntoView({ block: 'start' });
  }, [tab]);
  return place;
}
