import { DownOutlined, EllipsisOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Grid } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../i18n/use-texts.ts';
import { useSayProblem } from '../../../ui/use-say-problem.ts';
import { ChooseIncidentDialog } from '../../incidents/choose-dialog.tsx';
import { useTicket } from '../ticket-context.tsx';
import type { ActionName } from './action-forms.ts';
import { actionIcons } from './action-icons.ts';
import styles from './actions.module.css';
import { actionTexts } from './texts.ts';
import { toolbarOf } from './toolbar.ts';
import { useAct } from './use-act.ts';
import { useMenuItems } from './use-menu-items.tsx';

/** What can be done with the ticket: the likeliest as buttons, the rest in a menu that says why something cannot be done. */
export function ActionBar(): ReactNode {
  const t = useTexts(actionTexts);
  const { detail } = useTicket();
  const [isChoosing, setIsChoosing] = useState(false);
  const { start, isPending } = useStart(() => setIsChoosing(true));
  const isRoomy = Grid.useBreakpoint().md ?? true;
  const toolbar = toolbarOf(detail, isRoomy ? 3 : 2);
  const items = useMenuItems(toolbar);

  return (
    <div className={styles.bar} role="toolbar" aria-label={t('bar')} data-screen-only>
      {toolbar.buttons.map((action, index) => {
        const Icon = actionIcons[action.do];
        return (
          <Button
            key={action.do}
            // Starting all over again is never what the page proposes.
            type={index === 0 && action.do !== 'reopen' ? 'primary' : 'default'}
            icon={<Icon aria-hidden />}
            loading={isPending(action.do)}
            onClick={() => start(action.do)}
          >
            {t(action.do)}
          </Button>
        );
      })}
      <Dropdown
        trigger={['click']}
        menu={{ items, onClick: ({ key }) => start(key as ActionName) }}
        classNames={{ root: styles.menu ?? '' }}
        placement="bottomRight"
      >
        <Button icon={<EllipsisOutlined aria-hidden />} aria-label={t('more')} aria-haspopup="menu">
          <span className={styles.moreWord}>{t('more')}</span> <DownOutlined className={styles.moreArrow} />
        </Button>
      </Dropdown>
      {isChoosing ? <ChooseIncidentDialog ticket={detail} onClose={() => setIsChoosing(false)} /> : null}
    </div>
  );
}

/** Done by what stands on the page for it. */
function isElsewhere(action: ActionName): action is 'submit-form' | 'unlink-incident' | 'cite-case' {
  return ['submit-form', 'unlink-incident', 'cite-case'].includes(action);
}

/** Most actions open their dialog; ending a wait is done at once. */
function useStart(choose: () => void) {
  const t = useTexts(actionTexts);
  const { message } = App.useApp();
  const { detail, setOpenDialog, compose } = useTicket();
  const sayProblem = useSayProblem();
  const act = useAct(detail);
  const start = (action: ActionName) => {
    if (action === 'inform-customer') return compose('customer');
    if (action === 'add-note') return compose('note');
    if (action === 'link-incident') return choose();
    if (isElsewhere(action)) return;
    if (action !== 'end-wait') return setOpenDialog(action);
    act.mutate(
      { action, body: {} },
      {
        onSuccess: () => void message.success(t('done', { action: t(action) })),
        onError: sayProblem,
      },
    );
  };
  return { start, isPending: (action: ActionName) => act.isPending && act.variables?.action === action };
}
