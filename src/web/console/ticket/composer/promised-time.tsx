import { ClockCircleOutlined, CloseOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { MomentPicker } from '../../form/moment-picker.tsx';
import { quickTimes } from '../../form/quick-times.ts';
import { texts as formTexts } from '../../form/texts.ts';
import styles from './composer.module.css';
import { composerTexts } from './texts.ts';

/** A time that the customer may count on; none unless the writer wants to promise one. */
export function PromisedTime({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactNode {
  const t = useTexts(composerTexts);
  const quick = useTexts(formTexts);
  const [isPicking, setPicking] = useState(false);
  if (value === '' && !isPicking) {
    const items = [
      ...quickTimes({ binds: 'eta' }, Date.now()).map(({ key, at }) => ({
        key,
        label: quick(key),
        onClick: () => onChange(new Date(at).toISOString()),
      })),
      { type: 'divider' as const },
      { key: 'other', label: quick('time.placeholder'), onClick: () => setPicking(true) },
    ];
    return (
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button type="dashed" icon={<ClockCircleOutlined aria-hidden />} aria-haspopup="menu" title={t('eta.help')}>
          {t('eta.add')}
        </Button>
      </Dropdown>
    );
  }
  const clear = () => {
    setPicking(false);
    onChange('');
  };
  return (
    <span className={styles.promise}>
      <MomentPicker
        value={value}
        onChange={onChange}
        isOpenAtFirst={value === ''}
        prefix={<ClockCircleOutlined aria-hidden />}
        aria={{ 'aria-label': t('eta.label') }}
      />
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('eta.remove')}
        onClick={clear}
      />
    </span>
  );
}
