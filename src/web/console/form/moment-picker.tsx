import { Grid, Input } from 'antd';
import dayjs from 'dayjs';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts.ts';

type Props = {
  /** ISO 8601, or empty. */
  value: string;
  onChange: (value: string) => void;
  id?: string;
  isDisabled?: boolean;
  isOpenAtFirst?: boolean;
  onLeave?: () => void;
  /** A phone's picker offers nothing that is still to come. (The other would empty itself, without a word, of a day that was typed.) */
  isPast?: boolean;
  prefix?: ReactNode;
  aria?: Record<`aria-${string}`, string | boolean | undefined>;
};

const DayAndTime = lazy(() => import('./day-and-time.tsx').then(({ DayAndTime: Picker }) => ({ default: Picker })));

const format = 'YYYY-MM-DD HH:mm';
const nativeFormat = 'YYYY-MM-DDTHH:mm';

/** A moment in the reader's own time zone, sent as UTC. A phone brings its own picker, which fits its screen. */
export function MomentPicker({
  value,
  onChange,
  id,
  isDisabled,
  isOpenAtFirst,
  onLeave,
  isPast,
  prefix,
  aria,
}: Props): ReactNode {
  const t = useTexts(texts);
  const isRoomy = Grid.useBreakpoint().md ?? true;
  const at = value === '' ? null : dayjs(value);
  const known = at?.isValid() ? at : null;
  const shared = { ...(id ? { id } : {}), ...(onLeave ? { onBlur: onLeave } : {}), ...aria };
  if (!isRoomy) {
    return (
      <Input
        type="datetime-local"
        value={known?.format(nativeFormat) ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? '' : dayjs(target.value).toISOString())}
        disabled={isDisabled ?? false}
        {...(isPast && { max: dayjs().format(nativeFormat) })}
        {...shared}
      />
    );
  }
  return (
    <Suspense fallback={<Input disabled placeholder={t('time.placeholder')} />}>
      <DayAndTime
        value={known}
        onChange={(next) => onChange(next ? next.second(0).millisecond(0).toISOString() : '')}
        showTime={{ format: 'HH:mm' }}
        format={format}
        needConfirm={false}
        defaultOpen={isOpenAtFirst ?? false}
        placeholder={t('time.placeholder')}
        disabled={isDisabled ?? false}
        {...(prefix ? { prefix } : {})}
        {...shared}
      />
    </Suspense>
  );
}
