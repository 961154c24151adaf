import { DislikeOutlined, LikeOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type { CaseDetail } from '../../../contract/case.ts';
import { call } from '../../api/client.ts';
import { useStaffNames } from '../../api/playbook-names.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Panel } from '../../ui/panel.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { useSayProblem } from '../../ui/use-say-problem.ts';
import { caseKeys } from './case-queries.ts';
import styles from './cases.module.css';
import { texts } from './texts.ts';

/** Whether it helped, with a word about it; and what colleagues said. */
export function RatingPanel({ detail }: { detail: CaseDetail }): ReactNode {
  const t = useTexts(texts);
  const staffName = useStaffNames();
  if (!detail.mayRate && detail.remarks.length === 0) return null;
  return (
    <Panel
      title={t('rate.title')}
      extra={detail.myRating ? <span className={styles.quiet}>{t('rate.mine')}</span> : null}
    >
      {detail.mayRate ? <Rate key={`${detail.publishedVersion}`} detail={detail} /> : null}
      {detail.remarks.length > 0 ? (
        <ul className={styles.remarks} aria-label={t('rate.remarks')}>
          {detail.remarks.map((one) => (
            <li key={`${one.by}.${one.version}`} className={styles.said}>
              <span>
                {one.isHelpful ? (
                  <LikeOutlined aria-label={t('rate.yes')} />
                ) : (
                  <DislikeOutlined aria-label={t('rate.no')} />
                )}{' '}
                {one.remark}
              </span>
              <span className={styles.fine}>
                {staffName(one.by)} · <TimeText at={one.at} />
                {one.version === detail.publishedVersion ? '' : ` · ${t('rate.version', { version: one.version })}`}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}

function Rate({ detail }: { detail: CaseDetail }): ReactNode {
  const t = useTexts(texts);
  const id = useId();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [isHelpful, setHelpful] = useState(detail.myRating?.isHelpful ?? null);
  const [remark, setRemark] = useState(detail.myRating?.remark ?? '');
  const rate = useMutation({
    mutationFn: () =>
      call('rateCase', {
        params: { id: detail.id },
        body: { version: detail.publishedVersion ?? 0, isHelpful: isHelpful === true, remark },
      }),
    onSuccess: (next) => {
      client.setQueryData(caseKeys.one(detail.id), next);
      void client.invalidateQueries({ queryKey: ['cases', 'list'] });
      void message.success(t('rate.done'));
    },
    onError: useSayProblem(),
  });
  return (
    <div className={styles.rate}>
      <fieldset className={styles.choice} aria-label={t('rate.title')}>
        <Button
          icon={<LikeOutlined aria-hidden />}
          type={isHelpful === true ? 'primary' : 'default'}
          aria-pressed={isHelpful === true}
          onClick={() => setHelpful(true)}
        >
          {t('rate.yes')}
        </Button>
        <Button
          icon={<DislikeOutlined aria-hidden />}
          type={isHelpful === false ? 'primary' : 'default'}
          aria-pressed={isHelpful === false}
          onClick={() => setHelpful(false)}
        >
          {t('rate.no')}
        </Button>
      </fieldset>
      {isHelpful === null ? null : (
        <>
          <label htmlFor={id} className="visually-hidden">
            {t('rate.remark')}
          </label>
          <Input.TextArea
            id={id}
            value={remark}
            maxLength={1_000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t('rate.remark')}
            onChange={(event) => setRemark(event.target.value)}
          />
          <span className={styles.buttons}>
            <Button type="primary" loading={rate.isPending} onClick={() => rate.mutate()}>
              {t('rate.send')}
            </Button>
          </span>
        </>
      )}
    </div>
  );
}
