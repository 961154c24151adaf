import { createContext, type ReactNode, useContext } from 'react';
import type { ClockExplanation } from '../../../../contract/ticket.ts';
import type { Playbook } from '../../../../domain/playbook/schema.ts';
import { type PromisedTime, promisedTimes } from '../../../../domain/playbook/schema-clock.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { spanText } from '../../../ui/spans.ts';
import { texts as uiTexts } from '../../../ui/texts.ts';
import { targetWords } from '../target-words.ts';
import { texts } from '../texts.ts';
import { useNamesOf } from '../use-names-of.ts';
import styles from './clocks.module.css';
import { clockEventTexts, isClockEvent } from './event-texts.ts';
import { clockTexts } from './texts.ts';

type Props = { explanation: ClockExplanation; playbook: Playbook };

const Explained = createContext<Playbook | null>(null);

function useExplained(): Playbook {
  const playbook = useContext(Explained);
  if (!playbook) throw new Error('A step stands outside of its explanation');
  return playbook;
}

/** Start, target, counted time, holds, changes, due: in the order in which they make the due time. */
export function ExplanationSteps({ explanation, playbook }: Props): ReactNode {
  return (
    <Explained value={playbook}>
      <Steps explanation={explanation} />
    </Explained>
  );
}

function Steps({ explanation }: Pick<Props, 'explanation'>): ReactNode {
  const t = useTexts(clockTexts);
  const event = useTexts(clockEventTexts);
  const playbook = useExplained();
  const names = useNamesOf(playbook);
  const { startedBy, start, effectiveStart, stop, history, timeZone } = explanation;
  // Clocks that start on receipt count from the customer's words, which are recorded with the registration.
  const isReceipt = startedBy.type === 'ticket.registered' && start < startedBy.at;
  const type = isReceipt ? 'ticket.received' : startedBy.type;
  const by = isClockEvent(type) ? event(type) : type;
  return (
    <ol className={styles.steps}>
      <Step title={t('explain.start')} value={names.time(start)} help={t('explain.start.help', { event: by })} />
      {effectiveStart === start ? null : (
        <Step title={t('explain.effective')} value={names.time(effectiveStart)} help={t('explain.effective.help')} />
      )}
      <TargetStep explanation={explanation} />
      <SpansStep explanation={explanation} />
      <PausesStep explanation={explanation} />
      {history.length === 0 ? null : <HistoryStep history={history} />}
      <DueStep explanation={explanation} />
      {stop === null ? null : <Step title={t('explain.stop')} value={names.time(stop)} />}
      <li className={styles.zone}>{t('explain.zone', { zone: timeZone })}</li>
    </ol>
  );
}

type StepProps = { title: string; value?: string; help?: string; isResult?: boolean; children?: ReactNode };

function Step({ title, value, help, isResult = false, children }: StepProps): ReactNode {
  return (
    <li className={styles.stepItem} data-result={isResult}>
      <span className={styles.stepTitle}>{title}</span>
      {value ? <strong className={styles.stepValue}>{value}</strong> : null}
      {help ? <span className={styles.stepHelp}>{help}</span> : null}
      {children}
    </li>
  );
}

function TargetStep({ explanation: { clock, target, time, priority } }: { explanation: ClockExplanation }): ReactNode {
  const t = useTexts(clockTexts);
  const words = useTexts(texts);
  const playbook = useExplained();
  const names = useNamesOf(playbook);
  const definition = playbook.clocks.find((one) => one.id === clock);
  if (typeof definition?.target === 'object' && 'from' in definition.target && isPromise(definition.target.from)) {
    return <Step title={t('explain.target')} value={t(`explain.target.${definition.target.from}`)} />;
  }
  if (target === null) return <Step title={t('explain.target')} value="—" help={t('explain.target.none')} />;
  const isSameForAll = typeof definition?.target === 'string' && definition.priorities === undefined;
  const how = t(`time.${time}`);
  const help = isSameForAll
    ? t('explain.target.all', { time: how })
    : t('explain.target.priority', { priority: names.priority(priority), time: how });
  return <Step title={t('explain.target')} value={targetWords(target, words)} help={help} />;
}

function isPromise(from: string): from is PromisedTime {
  return promisedTimes.some((one) => one === from);
}

function SpansStep({ explanation: { spans, spansLeftOut, time } }: { explanation: ClockExplanation }): ReactNode {
  const t = useTexts(clockTexts);
  const ui = useTexts(uiTexts);
  const playbook = useExplained();
  const names = useNamesOf(playbook);
  if (spans.length === 0) return null;
  return (
    <Step title={t('explain.spans')} {...(time === 'wall' ? { help: t('explain.spans.wall') } : {})}>
      <ul className={styles.spans}>
        {spans.map((span) => (
          <li key={span.from}>
            <span>{t('explain.span', { from: names.time(span.from), to: names.time(span.to) })}</span>
            <em>{t('explain.counted', { span: spanText(span.countedMs, ui) })}</em>
          </li>
        ))}
      </ul>
      {spansLeftOut > 0 ? <span className={styles.stepHelp}>{t('explain.left', { count: spansLeftOut })}</span> : null}
    </Step>
  );
}

function PausesStep({ explanation: { pauses } }: { explanation: ClockExplanation }): ReactNode {
  const t = useTexts(clockTexts);
  const ui = useTexts(uiTexts);
  const playbook = useExplained();
  const names = useNamesOf(playbook);
  if (pauses.length === 0) return <Step title={t('explain.pauses')} help={t('explain.pauses.none')} />;
  return (
    <Step title={t('explain.pauses')}>
      <ul className={styles.spans}>
        {pauses.map(({ from, to, countedMs }) => (
          <li key={from}>
            <span>
              {to === null
                ? t('explain.pause.open', { from: names.time(from) })
                : t('explain.span', { from: names.time(from), to: names.time(to) })}
            </span>
            {to === null ? null : <em>{t('explain.pause.moved', { span: spanText(countedMs, ui) })}</em>}
          </li>
        ))}
      </ul>
    </Step>
  );
}

function HistoryStep({ history }: { history: ClockExplanation['history'] }): ReactNode {
  const t = useTexts(clockTexts);
  const words = useTexts(texts);
  const playbook = useExplained();
  const names = useNamesOf(playbook);
  return (
    <Step title={t('explain.history')}>
      <ul className={styles.spans}>
        {history.map(({ at, why, target, due }) => (
          <li key={`${at}.${why}`}>
            <span>
              {names.time(at)} · {t(`explain.history.${why}`)}
            </span>
            <em>
              {target === null || due === null
                ? t('explain.history.beforeNone')
                : t('explain.history.before', { target: targetWords(target, words), due: names.time(due) })}
            </em>
          </li>
        ))}
      </ul>
    </Step>
  );
}

function DueStep({ explanation: { due, extendedTo } }: { explanation: ClockExplanation }): ReactNode {
  const t = useTexts(clockTexts);
  const playbook = useExplained();
  const names = useNamesOf(playbook);
  if (due === null) return <Step title={t('explain.due')} value="—" help={t('explain.due.paused')} isResult />;
  const help = extendedTo === null ? {} : { help: t('explain.due.extended') };
  return <Step title={t('explain.due')} value={names.time(due)} {...help} isResult />;
}
