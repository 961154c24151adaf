import { CommentOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ChangeEvent, type ReactNode, useRef, useState } from 'react';
import type { PhraseView } from '../../../contract/phrase.ts';
import type { PhraseWanted } from '../../../domain/phrase/choose.ts';
import {
  type Blank,
  blanksIn,
  type PhraseLanguage,
  type PhraseValues,
  renderPhrase,
} from '../../../domain/phrase/render.ts';
import { call } from '../../api/client.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { BlanksNotice } from './blanks-notice.tsx';
import { type PhrasePicked, PhrasePicker } from './phrase-picker.tsx';
import { replaceRange, slashTyped, type TextRange } from './slash.ts';
import { texts } from './texts.ts';

type Input = {
  /** Of the text area that phrases are put into. */
  areaId: string;
  text: string;
  setText: (text: string) => void;
  wanted: PhraseWanted;
  valuesIn: (language: PhraseLanguage) => PhraseValues;
  onInserted?: (phrase: PhraseView, before: string) => void;
};

/** Phrases for one text area: by a button or by `/`, at the cursor; then the first blank is selected, to be written over. */
export function usePhrases({ areaId, text, setText, wanted, valuesIn, onInserted }: Input) {
  const [isOpen, setOpen] = useState(false);
  const range = useRef<TextRange>({ from: 0, to: 0 });
  const selection = useRef<TextRange | null>(null);
  // Counting is worth no message when it fails: the words are in the text all the same.
  const count = useMutation({ mutationFn: (id: number) => call('usePhrase', { params: { id } }) });
  const areaOf = () => document.getElementById(areaId) as HTMLTextAreaElement | null;
  const select = ({ from, to }: TextRange) => {
    const area = areaOf();
    area?.focus();
    area?.setSelectionRange(from, to);
  };
  const open = (at: TextRange) => {
    range.current = at;
    selection.current = { from: at.to, to: at.to };
    setOpen(true);
  };
  const openAtCursor = () => {
    const area = areaOf();
    open({ from: area?.selectionStart ?? text.length, to: area?.selectionEnd ?? text.length });
  };
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart } = event.target;
    setText(value);
    const isComposing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true;
    const typed = isComposing ? null : slashTyped(text, value, selectionStart);
    if (typed) open(typed);
  };
  const pick = ({ phrase, language }: PhrasePicked) => {
    const words = renderPhrase(phrase.text[language], valuesIn(language), language);
    const { from } = range.current;
    const [blank] = blanksIn(words);
    selection.current = blank
      ? { from: from + blank.from, to: from + blank.to }
      : { from: from + words.length, to: from + words.length };
    const before = replaceRange(text, range.current, '');
    setText(replaceRange(text, range.current, words));
    setOpen(false);
    count.mutate(phrase.id);
    onInserted?.(phrase, before);
  };
  const blanks: readonly Blank[] = blanksIn(text);
  const picker: ReactNode = (
    <PhrasePicker
      isOpen={isOpen}
      wanted={wanted}
      valuesIn={valuesIn}
      onPick={pick}
      onClose={() => setOpen(false)}
      afterClose={() => selection.current && select(selection.current)}
    />
  );
  return { onChange, openAtCursor, picker, blanks, notice: <BlanksNotice blanks={blanks} onGo={select} />, select };
}

export function PhrasesButton({ onOpen }: { onOpen: () => void }): ReactNode {
  const t = useTexts(texts);
  return (
    <Button
      size="small"
      icon={<CommentOutlined aria-hidden />}
      aria-haspopup="dialog"
      title={t('picker.hint')}
      onClick={onOpen}
    >
      {t('picker.open')}
    </Button>
  );
}
