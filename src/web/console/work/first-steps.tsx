import { CheckCircleFilled, RightOutlined } from '@ant-design/icons';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useHasRole } from '../../api/session.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import { readFlag, writeFlag } from '../shell/stored-flag.ts';
import styles from './first-steps.module.css';
import { texts } from './texts.ts';
import { type Step, useFirstSteps } from './use-first-steps.ts';

const links: Record<Step, LinkProps> = {
  staff: paths.staff(),
  contacts: paths.departments(),
  ticket: paths.register(),
};

/** What makes a new organisation ready to work, for its administrators, until all is done or nobody wants to see it. */
export function FirstSteps(): ReactNode {
  const [isHidden, setHidden] = useState(() => readFlag('first-steps-hidden', false));
  const isAdmin = useHasRole('admin');
  if (isHidden || !isAdmin) return null;
  const hide = () => {
    writeFlag('first-steps-hidden', true);
    setHidden(true);
  };
  return <Steps onHide={hide} />;
}

function Steps({ onHide }: { onHide: () => void }): ReactNode {
  const t = useTexts(texts);
  const steps = useFirstSteps();
  if (steps === null || steps.every(({ isDone }) => isDone)) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Panel
      isFlush
      title={t('first.title', { done, all: steps.length })}
      extra={
        <Button type="text" size="small" onClick={onHide}>
          {t('first.hide')}
        </Button>
      }
    >
      <ol className={styles.steps}>
        {steps.map(({ step, isDone, count }, index) => (
          <li key={step}>
            <Link {...links[step]} className={styles.step} data-done={isDone}>
              {isDone ? (
                <CheckCircleFilled className={styles.done ?? ''} aria-label={t('first.done')} role="img" />
              ) : (
                <span className={styles.number} aria-hidden>
                  {index + 1}
                </span>
              )}
              <span className={styles.words}>
                <span className={styles.name}>{t(`first.${step}`)}</span>
                {isDone ? null : <span className={styles.hint}>{t(`first.${step}Hint`, { count })}</span>}
              </span>
              <RightOutlined className={styles.arrow ?? ''} aria-hidden />
            </Link>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
