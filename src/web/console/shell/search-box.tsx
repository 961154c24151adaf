import { SearchOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input, type InputRef } from 'antd';
import { type ReactNode, type Ref, useEffect, useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { paths } from '../app/paths.ts';
import styles from './header.module.css';
import { texts } from './texts.ts';

/** The search that is always at hand; its words stand in the address of the results. */
export function SearchBox({ inputRef }: { inputRef: Ref<InputRef> }): ReactNode {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const q = useSearch({ strict: false, select: (search) => (search as { q?: string }).q ?? '' });
  const [words, setWords] = useState(q);
  useEffect(() => setWords(q), [q]);
  const submit = () => {
    if (words.trim() !== '') void navigate(paths.search(words.trim()));
  };
  return (
    <search className={styles.search}>
      <Input
        ref={inputRef}
        type="search"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onPressEnter={submit}
        prefix={<SearchOutlined aria-hidden />}
        suffix={
          <span className={styles.cap} aria-hidden>
            <KeyCap>/</KeyCap>
          </span>
        }
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        maxLength={100}
        variant="filled"
      />
    </search>
  );
}
