import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Input, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import type { CaseDetail, CaseFindingView } from '../../../contract/case.ts';
import { caseLimits } from '../../../domain/case/case-text.ts';
import { call } from '../../api/client.ts';
import { useMe } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useProblemWords } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import { useDraft } from '../form/use-draft.ts';
import { WritingForm } from '../form/writing-form.tsx';
import { useDebounced } from '../register/use-debounced.ts';
import { caseKeys, caseQueries } from './case-queries.ts';
import styles from './cases.module.css';
import { FindingsList } from './findings-list.tsx';
import { MarkedText } from './marked-text.tsx';
import { replaceIn } from './replace-in.ts';
import { texts } from './texts.ts';

type CaseText = NonNullable<CaseDetail['text']>;
export type EditorOf = { kind: 'new'; ticketId: number } | { kind: 'case'; id: number; revision: number };
const longParts = ['problem', 'cause', 'solution', 'lessons'] as const;
const restMs = 500;

/** The words at the left; at the right, all along, what in them may tell who the customer was. */
export function CaseEditor({ start, of }: { start: CaseText; of: EditorOf }): ReactNode {
  const t = useTexts(texts);
  const me = useMe();
  const draft = useDraft(me.id, of.kind === 'new' ? ['case', 'ticket', of.ticketId] : ['case', of.id]);
  const text: CaseText = { ...start, ...(draft.typed as Partial<CaseText>) };
  const written = JSON.stringify(text);
  const rested = useDebounced(written, restMs);
  const where = of.kind === 'new' ? { ticketId: of.ticketId } : { caseId: of.id };
  const check = useQuery(caseQueries.check(JSON.parse(rested) as CaseText, where));
  const isFresh = rested === written && check.isSuccess && !check.isPlaceholderData;
  const findings = isFresh ? check.data.findings : [];
  const replace = (some: readonly CaseFindingView[]) => draft.change(replaceIn(text, some));
  return (
    <div className={styles.columns}>
      <Panel>
        {draft.restoredAt === null ? null : <p className={styles.hint}>{t('edit.restored')}</p>}
        <Fields text={text} change={draft.change} />
        <Foot text={text} of={of} hasHard={findings.some(({ isHard }) => isHard)} drop={draft.drop} />
      </Panel>
      <aside className={styles.side}>
        <div className={styles.sticky}>
          <Panel title={t('findings.title')}>
            <div aria-live="polite">
              {isFresh ? (
                <FindingsList text={text} findings={findings} onReplace={replace} />
              ) : (
                <p className={styles.quiet}>{t('findings.checking')}</p>
              )}
            </div>
            <div className={styles.preview}>
              {longParts
                .filter((part) => text[part] !== '')
                .map((part) => (
                  <div key={part}>
                    <h3>{t(`part.${part}`)}</h3>
                    <MarkedText text={text[part]} findings={findings.filter(({ field }) => field === part)} />
                  </div>
                ))}
            </div>
          </Panel>
        </div>
      </aside>
    </div>
  );
}

function Fields({ text, change }: { text: CaseText; change: (part: Partial<CaseText>) => void }): ReactNode {
  const t = useTexts(texts);
  const id = useId();
  return (
    <div className={styles.fields}>
      <label htmlFor={`${id}-title`} className={styles.label}>
        {t('part.title')}
      </label>
      <Input
        id={`${id}-title`}
        value={text.title}
        maxLength={caseLimits.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      {longParts.map((part) => (
        <div key={part}>
          <label htmlFor={`${id}-${part}`} className={styles.label}>
            {t(`part.${part}`)}
          </label>
          <Input.TextArea
            id={`${id}-${part}`}
            aria-describedby={`${id}-${part}-help`}
            value={text[part]}
            maxLength={caseLimits.part}
            autoSize={{ minRows: part === 'problem' || part === 'solution' ? 4 : 2, maxRows: 18 }}
            onChange={(event) => change({ [part]: event.target.value })}
          />
          <p id={`${id}-${part}-help`} className={styles.fine}>
            {t(`edit.${part}.help`)}
          </p>
        </div>
      ))}
      <label htmlFor={`${id}-tags`} className={styles.label}>
        {t('edit.tags')}
      </label>
      <Select
        id={`${id}-tags`}
        mode="tags"
        maxCount={caseLimits.tags}
        tokenSeparators={[',', '，', ' ']}
        value={text.tags}
        onChange={(tags: string[]) => change({ tags: tags.map((tag) => tag.slice(0, caseLimits.tag)) })}
        open={false}
        suffixIcon={null}
        className={styles.wholeWidth ?? ''}
      />
    </div>
  );
}

type FootProps = { text: CaseText; of: EditorOf; hasHard: boolean; drop: () => void };

function Foot({ text, of, hasHard, drop }: FootProps): ReactNode {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const isWhole = [text.title, text.problem, text.solution].every((part) => part.trim() !== '');
  const save = useMutation({
    mutationFn: async (isSubmitted: boolean) => {
      const saved = await saveText(of, text);
      if (!isSubmitted) return saved;
      return call('actOnCase', { params: { id: saved.id, action: 'submit' }, body: { revision: saved.revision } });
    },
    onSuccess: (detail, isSubmitted) => {
      drop();
      client.setQueryData(caseKeys.one(detail.id), detail);
      void client.invalidateQueries({ queryKey: ['cases', 'list'] });
      void client.invalidateQueries({ queryKey: ['cases', 'counts'] });
      void message.success(t(isSubmitted ? 'edit.submitted' : 'edit.saved'));
      void navigate(paths.case(detail.id));
    },
  });
  const why = isWhole ? (hasHard ? t('edit.blocked') : '') : t('edit.needed');
  return (
    <WritingForm label={t('edit.save')} onSubmit={() => why === '' && save.mutate(false)} isBusy={save.isPending}>
      {save.error ? <Refused error={save.error} /> : null}
      <div className={styles.foot}>
        <span className={styles.fine}>{why}</span>
        <span className={styles.buttons}>
          <Button disabled={why !== ''} loading={save.isPending} onClick={() => save.mutate(false)}>
            {t('edit.save')}
          </Button>
          <Button type="primary" disabled={why !== ''} loading={save.isPending} onClick={() => save.mutate(true)}>
            {t('edit.saveSubmit')}
          </Button>
        </span>
      </div>
    </WritingForm>
  );
}

function saveText(of: EditorOf, text: CaseText): Promise<CaseDetail> {
  if (of.kind === 'new') return call('createCase', { body: { ticketId: of.ticketId, text } });
  return call('actOnCase', { params: { id: of.id, action: 'save' }, body: { revision: of.revision, text } });
}

function Refused({ error }: { error: Error }): ReactNode {
  const { title, remedy } = useProblemWords(error);
  return <Alert type="error" showIcon title={title} description={remedy} />;
}
