import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { StaffView } from '../../../../contract/organisation.ts';
import { useNames, useTexts } from '../../../i18n/use-texts.ts';
import type { InputProps } from '../field-props.ts';
import { departmentOf } from '../options.ts';
import { texts } from '../texts.ts';

/** One person, or several; those of the department chosen in the same form stand first. */
export function StaffInput(props: InputProps): ReactNode {
  const { id, field, value, onChange, onLeave, isDisabled, aria } = props;
  const t = useTexts(texts);
  const options = useStaffOptions(props);
  const isMany = field.type === 'staff-list';
  const shared = {
    id,
    options,
    onBlur: onLeave,
    allowClear: true,
    showSearch: { optionFilterProp: 'label' },
    placeholder: t('staff.placeholder'),
    notFoundContent: t('choice.none'),
    disabled: isDisabled,
    style: { width: '100%' },
    ...aria,
  };
  if (!isMany) {
    const chosen = typeof value === 'number' ? value : null;
    return <Select<number> {...shared} value={chosen} onChange={(next) => onChange(next ?? '')} />;
  }
  const chosen = Array.isArray(value) ? value.map(Number) : [];
  return <Select<number[]> {...shared} mode="multiple" value={chosen} onChange={(next) => onChange(next)} />;
}

function useStaffOptions({ form, playbook, staff, values, value }: InputProps) {
  const t = useTexts(texts);
  const name = useNames();
  const chosen = [value].flat().map(Number);
  const people = staff.filter((one) => one.isActive || chosen.includes(one.id));
  const department = departmentOf(playbook, form, values);
  if (!department) return people.map(optionOf);
  const isInside = (one: StaffView) => one.departments.includes(department.id);
  return [
    {
      label: t('staff.ofDepartment', { department: name(department.name) }),
      options: people.filter(isInside).map(optionOf),
    },
    { label: t('staff.others'), options: people.filter((one) => !isInside(one)).map(optionOf) },
  ];
}

function optionOf(one: StaffView) {
  return { value: one.id, label: one.name };
}
