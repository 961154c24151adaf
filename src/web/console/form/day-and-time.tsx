import { DatePicker, type DatePickerProps } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactNode } from 'react';

/** In a file of its own, so that it is loaded apart from the forms: it is heavy, and few forms ask for a time at first. */
export function DayAndTime(props: DatePickerProps<Dayjs, false>): ReactNode {
  return <DatePicker {...props} />;
}
