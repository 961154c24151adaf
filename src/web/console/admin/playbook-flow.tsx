import { Tooltip } from 'antd';
import { type CSSProperties, type ReactNode, useId } from 'react';
import type { Playbook } from '../../../domain/playbook/schema.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { ClockBar } from './clock-bar.tsx';
import styles from './playbook-flow.module.css';
import { texts } from './texts.ts';

/** The stages from left to right, and under them each clock over the stages that it runs through. */
export function PlaybookFlow({ playbook }: { playbook: Playbook }): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const id = useId();
  const columns = { '--stages': playbook.stages.length } as CSSProperties;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable from the keyboard
    <section className={styles.scroll} aria-labelledby={id} tabIndex={0}>
      <h3 id={id} className={styles.heading}>
        {t('playbooks.stages')} <span className={styles.hint}>{t('playbooks.stagesHint')}</span>
      </h3>
      <ol className={styles.stages} style={columns}>
        {playbook.stages.map((stage, index) => (
          <li key={stage.id} className={styles.stage}>
            <span className={styles.number} aria-hidden>
              {index + 1}
            </span>
            <Tooltip title={names(stage.hint)}>
              <strong className={styles.stageName}>{names(stage.name)}</strong>
            </Tooltip>
            <span className={styles.who}>{stage.who.map((role) => t(`role.${role}`)).join(' · ')}</span>
            {stage.form ? (
              <span className={styles.form}>{names(playbook.forms.find((form) => form.id === stage.form)?.name)}</span>
            ) : null}
          </li>
        ))}
      </ol>
      <ul className={styles.clocks} style={columns}>
        {playbook.clocks.map((clock) => (
          <ClockBar key={clock.id} playbook={playbook} clock={clock} />
        ))}
      </ul>
    </section>
  );
}
