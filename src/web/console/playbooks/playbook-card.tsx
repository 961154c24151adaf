import { EditOutlined, GlobalOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { type ReactNode, useId } from 'react';
import type { PlaybookBrief } from '../../../contract/playbook.ts';
import type { StudioItem } from '../../../contract/studio.ts';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../app/paths.ts';
import { FlowPicture } from './flow/flow-picture.tsx';
import styles from './playbooks.module.css';
import { texts } from './texts.ts';

type Props = { id: string; brief: PlaybookBrief | null; item: StudioItem | null };

export function PlaybookCard({ id, brief, item }: Props): ReactNode {
  const t = useTexts(texts);
  const names = useNames();
  const headingId = useId();
  const name = names((item ?? brief)?.name);
  return (
    <section className={styles.card} aria-labelledby={headingId}>
      <div className={styles.cardHead}>
        <h2 id={headingId} className={styles.name}>
          <Link {...paths.playbook(id)} aria-label={t('openLabel', { name })}>
            {name}
          </Link>
        </h2>
        <PlaybookTags
          version={brief?.version ?? item?.version ?? null}
          isPortal={brief?.isPortal ?? false}
          item={item}
        />
      </div>
      <p className={styles.summary}>{names((item ?? brief)?.summary)}</p>
      {brief ? <FlowPicture flow={brief.flow} /> : null}
      {item ? <Running item={item} /> : null}
    </section>
  );
}

type TagsProps = {
  version: number | null;
  isPortal: boolean;
  item: (Pick<StudioItem, 'isRetired'> & { draft: unknown }) | null;
};

export function PlaybookTags({ version, isPortal, item }: TagsProps): ReactNode {
  const t = useTexts(texts);
  return (
    <>
      <Tag>{version === null ? t('unpublished') : t('version', { version })}</Tag>
      {isPortal ? <Tag icon={<GlobalOutlined />}>{t('portal')}</Tag> : null}
      {item?.isRetired ? <Tag color="warning">{t('retired')}</Tag> : null}
      {item?.draft ? <Tag icon={<EditOutlined />}>{t('draft')}</Tag> : null}
    </>
  );
}

function Running({ item: { running, version } }: { item: StudioItem }): ReactNode {
  const t = useTexts(texts);
  const all = running.reduce((sum, { count }) => sum + count, 0);
  const others = running.reduce((sum, one) => sum + (one.version === version ? 0 : one.count), 0);
  return (
    <p className={styles.running}>
      {all === 0 ? t('running.none') : t('running', { count: all })}
      {others > 0 ? ` · ${t('running.others', { count: others })}` : ''}
    </p>
  );
}
