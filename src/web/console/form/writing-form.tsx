import type { KeyboardEvent, ReactNode } from 'react';
import { isSubmitKey } from './submit-key.ts';

type Props = {
  label: string;
  className?: string | undefined;
  onSubmit: () => void;
  isBusy: boolean;
  children: ReactNode;
};

/** A form that is sent by its button or by Ctrl/Command+Enter, and never by a stray Enter in one of its lines. */
export function WritingForm({ label, className, onSubmit, isBusy, children }: Props): ReactNode {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSubmitKey(event)) return;
    event.preventDefault();
    if (!isBusy) onSubmit();
  };
  return (
    <form
      aria-label={label}
      className={className}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    >
      {children}
    </form>
  );
}
