import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { type Appearance, appearances, chooseAppearance, useAppearance } from './appearance.ts';
import { texts } from './texts.ts';

const icons: Record<Appearance, ReactNode> = {
  auto: <DesktopOutlined />,
  light: <SunOutlined />,
  dark: <MoonOutlined />,
};

/** Light, dark, or as the device says. */
export function AppearanceSwitch(): ReactNode {
  const t = useTexts(texts);
  const chosen = useAppearance();
  const items = appearances.map((one) => ({ key: one, icon: icons[one], label: t(`appearance.${one}`) }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectable: true,
        selectedKeys: [chosen],
        onClick: ({ key }) => chooseAppearance(key as Appearance),
      }}
    >
      <Button type="text" icon={icons[chosen]} aria-label={t('appearance.label', { now: t(`appearance.${chosen}`) })} />
    </Dropdown>
  );
}
