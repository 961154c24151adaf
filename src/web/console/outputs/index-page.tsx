import { RightOutlined, TableOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { useNames, useTexts } from '../../i18n/use-texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { paths } from '../app/paths.ts';
import { FindForms } from './find-forms.tsx';
import styles from './outputs.module.css';
import { texts } from './texts.ts';

/** The tables of each playbook in force, and the way to a ticket's forms. */
export function IndexPage(): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const playbooks = [...usePlaybooks().values()].filter((playbook) => playbook.tables.length > 0);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <div className={styles.index}>
        <Panel title={t('find.title')}>
          <FindForms />
        </Panel>
        <div className={styles.groups}>
          {playbooks.map((playbook) => (
            <Panel key={playbook.id} title={`${t('tables.title')} · ${name(playbook.name)}`} isFlush>
              <ul className={styles.tables}>
                {playbook.tables.map((table) => (
                  <li key={table.id}>
                    <Link {...paths.table(playbook.id, table.id)} className={styles.tableLink}>
                      <TableOutlined aria-hidden className={styles.tableIcon} />
                      <span className={styles.tableWords}>
                        <span className={styles.tableName}>{name(table.name)}</span>
                        <span className={styles.tableAbout}>
                          {t(`tables.rows.${table.rows}`)} · {t('tables.columns', { count: table.columns.length })}
                        </span>
                      </span>
                      <RightOutlined aria-hidden />
                    </Link>
                  </li>
                ))}
              </ul>
            </Panel>
          ))}
        </div>
        {playbooks.length === 0 && (
          <Panel>
            <EmptyState title={t('tables.none')} hint={t('tables.noneHint')} />
          </Panel>
        )}
      </div>
    </>
  );
}
