import { DownOutlined, FileExcelOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { queryText } from '../../api/client.ts';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';
import { useLanguage, useNames, useTexts } from '../../i18n/use-texts.ts';
import { files } from '../outputs/api.ts';
import { type TrackingSearch, trackingAsk } from './search.ts';
import { texts } from './texts.ts';

/** The rows as they are filtered here, and the tracking tables that playbooks define, over all their tickets. */
export function ExportButton({ search }: { search: TrackingSearch }): ReactNode {
  const t = useTexts(texts);
  const name = useNames();
  const lang = useLanguage();
  const playbooks = [...usePlaybooks().values()].filter(({ id }) => !search.playbook || id === search.playbook);
  const here = `/api/v1/tracking.xlsx${queryText({ ...trackingAsk(search), lang })}`;
  const tables = playbooks.flatMap(({ id: playbook, name: playbookName, tables }) =>
    tables
      .filter(({ id }) => id === 'tracking')
      .map((table) => ({
        key: `${playbook}/${table.id}`,
        label: (
          <a href={files.table({ playbook, table: table.id }, { lang })} download>
            {t('export.table', { playbook: name(playbookName), table: name(table.name) })}
          </a>
        ),
      })),
  );
  const items = [
    {
      key: 'here',
      label: (
        <a href={here} download>
          {t('export.here')}
        </a>
      ),
    },
    ...tables,
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button icon={<FileExcelOutlined aria-hidden />} aria-haspopup="menu">
        {t('export.button')} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
