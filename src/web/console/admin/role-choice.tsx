import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { role } from '../../../contract/organisation.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useRoleName } from '../app/use-role-name.ts';
import styles from './admin.module.css';
import { texts } from './texts.ts';

type Props = { value?: string[]; onChange?: (value: string[]) => void; id?: string };

/** Every role with what it is for. */
export function RoleChoice({ value = [], onChange, id }: Props): ReactNode {
  const t = useTexts(texts);
  const roleName = useRoleName();
  return (
    <fieldset id={id} className={styles.roles}>
      <legend className="visually-hidden">{t('staff.roles')}</legend>
      <Checkbox.Group value={value} onChange={(chosen) => onChange?.(chosen as string[])} className={styles.roleList}>
        {role.options.map((one) => (
          <Checkbox key={one} value={one}>
            {roleName(one)} <span className={styles.fine}>{t(`role.${one}.help`)}</span>
          </Checkbox>
        ))}
      </Checkbox.Group>
    </fieldset>
  );
}
