import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Segmented } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { IncidentDetail } from '../../../contract/incident.ts';
import { call } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { texts as uiTexts } from '../../ui/texts.ts';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { dialogTexts } from './dialog-texts.ts';
import styles from './incidents.module.css';
import { LinkSearch } from './link-search.tsx';
import { LinkSimilar } from './link-similar.tsx';
import { numbersIn } from './numbers-in.ts';
import { Refused } from './refused.tsx';

const ways = ['similar', 'search', 'numbers'] as const;
type Way = (typeof ways)[number];

/** Gathers tickets: all similar ones, those found and ticked, or those whose numbers are known. */
export function LinkDialog({ incident, onClose }: { incident: IncidentDetail; onClose: () => void }): ReactNode {
  const t = useTexts(dialogTexts);
  const ui = useTexts(uiTexts);
  const { message } = App.useApp();
  const client = useQueryClient();
  const [way, setWay] = useState<Way>('similar');
  const [ids, setIds] = useState<number[]>([]);
  const [numbers, setNumbers] = useState('');
  const [tell, setTell] = useState(true);
  const chosen = way === 'numbers' ? { numbers: numbersIn(numbers) } : { ids };
  const count = (chosen.numbers ?? chosen.ids ?? []).length;
  const link = useMutation({
    mutationFn: () => call('linkTickets', { params: { id: incident.id }, body: { ...chosen, tell } }),
    onError: useSayProblem(),
    onSuccess: ({ linked, refused }) => {
      void client.invalidateQueries({ queryKey: keys.incidents });
      void client.invalidateQueries({ queryKey: keys.lists });
      if (linked > 0) void message.success(t('link.done', { count: linked }));
      setIds([]);
      if (refused.length === 0) onClose();
    },
  });
  const choose = (next: Way) => {
    setWay(next);
    setIds([]);
    link.reset();
  };
  return (
    <Dialog
      open
      title={t('link.title')}
      width={720}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <div className={styles.linkFooter}>
          <Checkbox checked={tell} onChange={({ target }) => setTell(target.checked)}>
            {t('link.tell')}
          </Checkbox>
          <span className={styles.footer}>
            <Button onClick={onClose}>{ui('cancel')}</Button>
            <Button type="primary" disabled={count === 0} loading={link.isPending} onClick={() => link.mutate()}>
              {count > 0 ? t('link.submit', { count }) : t('link.submitNone')}
            </Button>
          </span>
        </div>
      }
    >
      <Segmented<Way>
        block
        aria-label={t('link.title')}
        value={way}
        onChange={choose}
        options={ways.map((one) => ({ value: one, label: t(`link.by.${one}`) }))}
      />
      {link.data && link.data.refused.length > 0 ? <Refused refused={link.data.refused} /> : null}
      {way === 'numbers' ? <Numbers value={numbers} onChange={setNumbers} /> : null}
      {way === 'search' ? <LinkSearch chosen={ids} onChoose={setIds} /> : null}
      {way === 'similar' ? <LinkSimilar incident={incident} chosen={ids} onChoose={setIds} /> : null}
    </Dialog>
  );
}

function Numbers({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactNode {
  const t = useTexts(dialogTexts);
  const id = useId();
  return (
    <div className={styles.linkPart}>
      <label htmlFor={id}>{t('link.numbers')}</label>
      <Input.TextArea
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        autoSize={{ minRows: 4, maxRows: 10 }}
        aria-describedby={`${id}-hint`}
        autoFocus
      />
      <small id={`${id}-hint`} className={styles.quiet}>
        {t('link.numbersHint')}
      </small>
    </div>
  );
}
