import { ArrowLeftOutlined, FileExcelOutlined, PrinterOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, DatePicker, Tooltip } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { paths } from '../app/paths.ts';
import { files, type TableAsk } from './api.ts';
import styles from './outputs.module.css';
import { texts } from './texts.ts';

type Props = {
  name: { playbook: string; table: string };
  title: string;
  ask: TableAsk;
  count: number;
  hasMore: boolean;
};

const dayFormat = 'YYYY-MM-DD';

/** The days asked for, and out with it. */
export function TableBar({ name, title, ask, count, hasMore }: Props): ReactNode {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const show = (from: Dayjs | null | undefined, to: Dayjs | null | undefined) => {
    const days = { ...(from ? { from: from.format(dayFormat) } : {}), ...(to ? { to: to.format(dayFormat) } : {}) };
    void navigate(paths.table(name.playbook, name.table, days));
  };
  const today = dayjs();
  const lastMonth = today.subtract(1, 'month');
  const presets: { label: string; value: [Dayjs, Dayjs] }[] = [
    { label: t('table.week'), value: [today.subtract((today.day() + 6) % 7, 'day'), today] },
    { label: t('table.month'), value: [today.startOf('month'), today] },
    { label: t('table.lastMonth'), value: [lastMonth.startOf('month'), lastMonth.endOf('month')] },
    { label: t('table.days30'), value: [today.subtract(29, 'day'), today] },
  ];
  return (
    <>
      <PageHeader
        title={title}
        subtitle={
          <Link {...paths.outputs()}>
            <ArrowLeftOutlined aria-hidden /> {t('table.back')}
          </Link>
        }
        actions={
          <>
            <Tooltip title={t('table.printHint')}>
              <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
                {t('print')}
              </Button>
            </Tooltip>
            <Button type="primary" icon={<FileExcelOutlined />} href={files.table(name, ask)} download>
              {t('download.excel')}
            </Button>
          </>
        }
      />
      <div className={styles.bar} data-screen-only>
        <DatePicker.RangePicker
          aria-label={t('table.period')}
          allowEmpty={[true, true]}
          presets={presets}
          value={[ask.from ? dayjs(ask.from) : null, ask.to ? dayjs(ask.to) : null]}
          onChange={(days) => show(days?.[0], days?.[1])}
        />
        <span className={styles.count}>{t(hasMore ? 'table.loaded' : 'table.loadedAll', { count })}</span>
      </div>
    </>
  );
}
