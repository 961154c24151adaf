import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import type { InputProps } from '../field-props.ts';
import styles from '../form.module.css';
import { texts } from '../texts.ts';

/** As many as the engine takes (domain/ticket/answers.ts). */
const mostItems = 30;

/** A numbered list, one expectation each. Enter goes on to the next, Backspace in an empty one removes it. */
export function ListInput({ id, field, value, onChange, onLeave, isDisabled, aria, labelId }: InputProps): ReactNode {
  const t = useTexts(texts);
  const name = useNames()(field.name);
  const list = useRef<HTMLOListElement>(null);
  const items = Array.isArray(value) && value.length > 0 ? value.map(String) : [''];

  const focusOn = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('textarea')[index]?.focus());
  const add = (after: number) => {
    if (items.length >= mostItems) return;
    onChange(items.toSpliced(after + 1, 0, ''));
    focusOn(after + 1);
  };
  const remove = (index: number) => {
    onChange(items.toSpliced(index, 1));
    focusOn(Math.max(0, index - 1));
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>, index: number) => {
    // Enter that ends the choice of a Chinese word belongs to the input method.
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add(index);
    } else if (event.key === 'Backspace' && items[index] === '' && items.length > 1) {
      event.preventDefault();
      remove(index);
    }
  };

  return (
    <div id={id} className={styles.list}>
      <ol ref={list} aria-labelledby={labelId}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items are plain text whose place is their only identity
          <li key={index}>
            <span className={styles.itemNumber} aria-hidden>
              {index + 1}
            </span>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 5 }}
              value={item}
              aria-label={t('list.item', { field: name, n: index + 1 })}
              placeholder={
                index === 0 ? t(field.binds === 'expectation' ? 'list.expectation' : 'list.placeholder') : ''
              }
              onChange={(event) => onChange(items.with(index, event.target.value))}
              onKeyDown={(event) => onKey(event, index)}
              onBlur={onLeave}
              disabled={isDisabled}
              {...aria}
            />
            {items.length > 1 ? (
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('list.remove', { n: index + 1 })}
                onClick={() => remove(index)}
                disabled={isDisabled}
              />
            ) : null}
          </li>
        ))}
      </ol>
      <Button
        type="link"
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => add(items.length - 1)}
        disabled={isDisabled || items.length >= mostItems}
      >
        {t('list.add')}
      </Button>
    </div>
  );
}
