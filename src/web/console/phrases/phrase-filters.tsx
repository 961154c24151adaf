import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { SituationId } from '../../../domain/phrase/situations.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import styles from './phrases.module.css';
import { texts } from './texts.ts';
import { useSituationOptions } from './use-situation-options.ts';

type Props = {
  words: string;
  situation: SituationId | undefined;
  isInactiveShown: boolean;
  onInactive: (isShown: boolean) => void;
  children: ReactNode;
};

/** What narrows the list; it stands in the address. */
export function PhraseFilters({ words, situation, isInactiveShown, onInactive, children }: Props): ReactNode {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const change = (more: { words?: string | undefined; situation?: string | undefined }) => {
    const { words: nextWords, situation: nextSituation } = { words, situation, ...more };
    const search = {
      ...(nextWords ? { words: nextWords } : {}),
      ...(nextSituation ? { situation: nextSituation } : {}),
    };
    void navigate({ ...paths.phrases(search), replace: true });
  };
  return (
    <div className={styles.filters}>
      <Input
        allowClear
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('search')}
        aria-label={t('search')}
        value={words}
        onChange={(event) => change({ words: event.target.value })}
      />
      <Select
        allowClear
        className={styles.situation ?? ''}
        aria-label={t('situation.label')}
        placeholder={t('situation.all')}
        value={situation}
        onChange={(next: SituationId | undefined) => change({ situation: next })}
        options={useSituationOptions()}
        popupMatchSelectWidth={false}
      />
      <Checkbox checked={isInactiveShown} onChange={(event) => onInactive(event.target.checked)}>
        {t('inactive')}
      </Checkbox>
      {children}
    </div>
  );
}
