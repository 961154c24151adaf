import { LockOutlined, UserSwitchOutlined } from '@ant-design/icons';
import type { MenuProps } from 'antd';
import type { ReactNode } from 'react';
import type { ActionView } from '../../../../contract/ticket.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { actionIcons } from './action-icons.ts';
import styles from './actions.module.css';
import { actionTexts } from './texts.ts';
import type { Toolbar } from './toolbar.ts';
import { useWhyText } from './why-text.ts';

type Items = NonNullable<MenuProps['items']>;

/** What folds into the menu: what can be done, what cannot be done now, an entry for each reason, and what takes another role. */
export function useMenuItems({ menu, unavailable, ofOthers }: Toolbar): Items {
  const t = useTexts(actionTexts);
  const why = useWhyText();
  const entry = (action: ActionView) => {
    const Icon = actionIcons[action.do];
    return { key: action.do, icon: <Icon aria-hidden />, label: t(action.do), danger: action.do === 'dismiss' };
  };
  const names = (actions: readonly ActionView[]) => actions.map((action) => t(action.do)).join(t('separator'));
  const refused = unavailable.map((actions) => ({
    key: actions.map((action) => action.do).join(' '),
    icon: <LockOutlined aria-hidden />,
    disabled: true,
    label: <Refused what={names(actions)} why={why(actions[0]?.why)} />,
  }));
  const others = {
    key: 'of-others',
    icon: <UserSwitchOutlined aria-hidden />,
    disabled: true,
    label: <Refused what={names(ofOthers)} why={t('ofOthers.hint')} />,
  };
  return [
    ...group('available', t('group.available'), menu.map(entry)),
    ...group('unavailable', t('group.unavailable'), refused),
    ...group('ofOthers', t('group.ofOthers'), ofOthers.length > 0 ? [others] : []),
  ];
}

function group(key: string, label: string, children: Items): Items {
  return children.length > 0 ? [{ key, type: 'group', label, children }] : [];
}

function Refused({ what, why }: { what: string; why: string }): ReactNode {
  return (
    <span className={styles.menuWhy}>
      {what}
      <small>{why}</small>
    </span>
  );
}
