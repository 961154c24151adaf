import { CheckOutlined, SwapOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CallStep } from '../../../domain/phrase/prompt.ts';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { useLanguage, useNames, useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { jumpToField } from '../form/field-ids.ts';
import type { PlaybookFormState } from '../form/use-playbook-form.ts';
import { languageOf } from '../phrases/language-of.ts';
import { PhraseText } from '../phrases/phrase-text.tsx';
import { texts } from '../phrases/texts.ts';
import styles from './say-card.module.css';
import { useCall } from './use-call.ts';

type Props = { playbook: Playbook; state: PlaybookFormState; prefix: string };

/** What to say next while the customer is on the line: a step at a time, in words that can be read aloud. */
export function SayCard({ playbook, state, prefix }: Props): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const call = useCall(playbook, state);
  const now = call.plan.find((one) => one.state === 'now')?.step ?? 'closing';
  const [chosen, setChosen] = useState<{ step: CallStep; when: CallStep } | null>(null);
  // A step that was looked at stays until the call has gone on.
  const step = chosen?.when === now ? chosen.step : now;
  const [first] = call.missing;
  const isCalming = step === 'calming' && (call.isUpset || call.isUrgent);
  return (
    <Panel title={t('say.title')}>
      <ol className={styles.steps} aria-label={t('say.steps')}>
        {call.plan.map((one) => (
          <li key={one.step} data-state={one.state}>
            <button
              type="button"
              aria-current={one.step === step ? 'step' : undefined}
              onClick={() => setChosen({ step: one.step, when: now })}
            >
              {one.state === 'done' ? <CheckOutlined aria-hidden /> : null}
              {t(`say.step.${one.step}`)}
              {one.state === 'none' ? null : <span className="visually-hidden"> {t(`state.${one.state}`)}</span>}
            </button>
          </li>
        ))}
      </ol>
      {isCalming ? (
        <p className={styles.mood}>
          <WarningOutlined aria-hidden /> {t(call.isUpset ? 'say.upset' : 'say.urgent')}
        </p>
      ) : null}
      <Words key={step} call={call} step={step} />
      <div className={styles.foot}>
        {step === 'ask-missing' && first ? (
          <Button size="small" onClick={() => jumpToField(prefix, first.id)}>
            {t('say.jump', { name: name(first.name) })}
          </Button>
        ) : null}
        {step === now && (step === 'greeting' || step === 'calming') ? (
          <Button size="small" icon={<CheckOutlined aria-hidden />} onClick={() => call.say(step)}>
            {t('say.done')}
          </Button>
        ) : null}
      </div>
      {step === 'ask-missing' && call.missing.length > 1 ? (
        <p className={styles.quiet}>
          {t('say.missing', { names: call.missing.map((field) => name(field.name)).join(t('separator')) })}
        </p>
      ) : null}
      {now === 'closing' && step === 'closing' ? <p className={styles.quiet}>{t('say.ready')}</p> : null}
    </Panel>
  );
}

function Words({ call, step }: { call: ReturnType<typeof useCall>; step: CallStep }): ReactNode {
  const t = useTexts(texts);
  const wanted = useLanguage();
  const [turn, setTurn] = useState(0);
  const words = call.wordsFor(step);
  const phrase = words[turn % words.length];
  if (!phrase) return <p className={styles.quiet}>{t('say.none')}</p>;
  const language = languageOf(phrase, wanted);
  return (
    <>
      <blockquote className={styles.words} aria-live="polite">
        <PhraseText text={phrase.text[language]} values={call.valuesIn(language)} language={language} />
      </blockquote>
      {words.length > 1 ? (
        <Button
          size="small"
          type="text"
          className={styles.other ?? ''}
          icon={<SwapOutlined aria-hidden />}
          onClick={() => setTurn(turn + 1)}
        >
          {t('say.other')}
        </Button>
      ) : null}
    </>
  );
}
