import { Button, type ButtonProps, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { DropArea } from '../../attachments/drop-area.tsx';
import { FilePicker } from '../../attachments/file-picker.tsx';
import styles from './composer.module.css';
import { composerTexts } from './texts.ts';
import type { Phrases, Writing } from './use-writing.ts';

type Props = {
  id: string;
  label: string;
  placeholder: string;
  text: string;
  writing: Writing;
  phrases: Phrases;
  /** Said below the text while nothing is wrong with it. */
  help?: string;
  button: Pick<ButtonProps, 'type' | 'icon' | 'className' | 'onClick'>;
  send: string;
};

/** The text with its files and phrases; below it what is wrong or helps, and the button that sends. */
export function WritingArea({ id, label, placeholder, text, writing, phrases, help, button, send }: Props): ReactNode {
  const t = useTexts(composerTexts);
  const { uploads, isBusy, problem, conflict } = writing;
  return (
    <>
      <DropArea uploads={uploads} isDisabled={isBusy}>
        <Input.TextArea
          id={id}
          aria-label={label}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-help`}
          autoSize={{ minRows: 3, maxRows: 16 }}
          value={text}
          placeholder={placeholder}
          onChange={phrases.onChange}
          disabled={isBusy}
        />
        <FilePicker uploads={uploads} isDisabled={isBusy} />
      </DropArea>
      {phrases.notice}
      {phrases.picker}
      {conflict}
      <div className={styles.foot}>
        <span id={`${id}-help`} className={styles.help} data-problem={problem !== ''}>
          {problem || help}
        </span>
        <Button {...button} loading={isBusy}>
          {isBusy ? t('sending') : send}
        </Button>
      </div>
    </>
  );
}
