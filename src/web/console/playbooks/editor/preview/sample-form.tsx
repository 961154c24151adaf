import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import type { PreviewView } from '../../../../../contract/studio.ts';
import type { Playbook } from '../../../../../domain/playbook/schema.ts';
import { momentNames } from '../../../../../domain/preview/moment-names.ts';
import { informKinds, waitReasons } from '../../../../../domain/ticket/events.ts';
import { useFindError } from '../../../../api/use-find-error.ts';
import { useLanguage, useNames, useTexts } from '../../../../i18n/use-texts.ts';
import { MomentPicker } from '../../../form/moment-picker.tsx';
import { useChoiceWords } from '../choice-words.ts';
import { TextInput } from '../text-input.tsx';
import { editorTexts } from '../texts.ts';
import styles from './preview.module.css';
import type { Sample } from './preview-panel.tsx';

type Props = {
  playbook: Playbook;
  sample: Sample;
  view: PreviewView | null;
  onChange: (sample: Sample) => void;
};

/** The made-up ticket: what it is, when it came, and what is supposed to happen to it. */
export function SampleForm({ playbook, sample, view, onChange }: Props): ReactNode {
  const t = useTexts(editorTexts);
  const names = useNames();
  const id = useId();
  const named = (list: readonly { id: string; name: { zh: string; en: string } }[]) =>
    list.map((one) => ({ value: one.id, label: names(one.name) }));
  return (
    <div className={styles.sample}>
      <div className={styles.row}>
        <label htmlFor={`${id}p`}>{t('sample.priority')}</label>
        <Select
          id={`${id}p`}
          value={sample.priority}
          options={named(playbook.priorities)}
          onChange={(priority) => onChange({ ...sample, priority })}
        />
        <label htmlFor={`${id}c`}>{t('sample.category')}</label>
        <Select
          id={`${id}c`}
          allowClear
          placeholder={t('sample.none')}
          value={sample.category}
          options={named(playbook.categories)}
          onChange={(category) => onChange({ ...sample, category: category ?? null })}
        />
        <label htmlFor={`${id}r`}>{t('sample.received')}</label>
        <MomentPicker
          id={`${id}r`}
          value={sample.receivedAt}
          onChange={(receivedAt) => (receivedAt === '' ? undefined : onChange({ ...sample, receivedAt }))}
        />
      </div>
      <Moments playbook={playbook} sample={sample} view={view} onChange={onChange} />
    </div>
  );
}

function Moments({ playbook, sample, view, onChange }: Props): ReactNode {
  const t = useTexts(editorTexts);
  const moments = sample.moments ?? view?.moments ?? [];
  const last = Number.parseInt(moments.at(-1)?.after ?? '0', 10);
  const set = (next: Moment[]) => onChange({ ...sample, moments: next });
  return (
    <fieldset className={styles.moments}>
      <legend>{t('sample.moments')}</legend>
      {moments.map((moment, index) => (
        <MomentRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the list
          key={index}
          playbook={playbook}
          moment={moment}
          step={view?.steps[index]}
          onChange={(next) => set(moments.with(index, next))}
          onRemove={() => set(moments.toSpliced(index, 1))}
        />
      ))}
      <div className={styles.momentActions}>
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => set([...moments, { after: `${last + 30}m`, do: 'complete-stage' }])}
        >
          {t('sample.add')}
        </Button>
        <Button size="small" onClick={() => onChange(withoutMoments(sample))}>
          {t('sample.plain')}
        </Button>
        {moments.length > 0 ? (
          <Button size="small" type="text" onClick={() => set([])}>
            {t('sample.clear')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

type Moment = NonNullable<Sample['moments']>[number];

function withoutMoments({ moments: _, ...sample }: Sample): Sample {
  return sample;
}

type RowProps = {
  playbook: Playbook;
  moment: Moment;
  step: PreviewView['steps'][number] | undefined;
  onChange: (moment: Moment) => void;
  onRemove: () => void;
};

function MomentRow({ playbook, moment, step, onChange, onRemove }: RowProps): ReactNode {
  const t = useTexts(editorTexts);
  const names = useNames();
  const language = useLanguage();
  const words = useChoiceWords();
  const findError = useFindError();
  const error = step?.refusal ? findError(step.refusal) : null;
  const stage = playbook.stages.find(({ id }) => id === step?.stage);
  const option = (one: string) => ({ value: one, label: words(one) });
  return (
    <div className={styles.moment}>
      <TextInput label={t('sample.after')} value={moment.after} onChange={(after) => onChange({ ...moment, after })} />
      <Select
        aria-label={t('sample.what')}
        value={moment.do}
        options={momentNames.map((one) => ({ value: one, label: t(`moment.${one}`) }))}
        onChange={(what) => onChange({ after: moment.after, do: what })}
      />
      {moment.do === 'inform-customer' ? (
        <Select
          aria-label={t('moment.inform-customer')}
          value={moment.kind ?? 'progress'}
          options={informKinds.map(option)}
          onChange={(kind) => onChange({ ...moment, kind })}
        />
      ) : null}
      {moment.do === 'start-wait' ? (
        <Select
          aria-label={t('moment.start-wait')}
          value={moment.for ?? 'customer'}
          options={waitReasons.map(option)}
          onChange={(party) => onChange({ ...moment, for: party })}
        />
      ) : null}
      {moment.do === 'classify' ? (
        <Select
          aria-label={t('moment.classify')}
          value={moment.priority ?? null}
          options={playbook.priorities.map(({ id, name }) => ({ value: id, label: names(name) }))}
          onChange={(priority) => onChange({ ...moment, priority: priority ?? undefined })}
        />
      ) : null}
      <span className={styles.outcome} data-refused={step?.refusal != null}>
        {step?.refusal
          ? t('sample.refused', { why: error?.[language] ?? step.refusal })
          : stage
            ? t('sample.stage', { stage: names(stage.name) })
            : ''}
      </span>
      <Button type="text" icon={<DeleteOutlined />} aria-label={t('remove')} onClick={onRemove} />
    </div>
  );
}
