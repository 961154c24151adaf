import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { mainFirst, useMainDepartments } from '../../api/main-departments.ts';
import { queries } from '../../api/queries.ts';
import { useNames } from '../../i18n/use-texts.ts';

type Props = { value?: string[]; onChange?: (value: string[]) => void; id?: string };

export function DepartmentSelect({ value = [], onChange, id }: Props): ReactNode {
  const names = useNames();
  const departments = mainFirst(useQuery(queries.departments()).data?.items ?? [], useMainDepartments());
  const options = departments
    .filter((one) => one.isActive || value.includes(one.code))
    .map(({ code, name }) => ({ value: code, label: names(name) }));
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={value}
      onChange={(codes: string[]) => onChange?.(codes)}
    />
  );
}
