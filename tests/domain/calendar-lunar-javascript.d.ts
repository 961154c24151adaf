/** The part of lunar-javascript that the tests use; the package brings no types. */
declare module 'lunar-javascript' {
  type Holiday = { getDay(): string; getName(): string; isWork(): boolean };
  export const HolidayUtil: {
    getHoliday(date: string): Holiday | null;
    getHolidays(year: number): Holiday[];
  };
}
