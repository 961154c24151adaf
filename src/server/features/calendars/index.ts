export {
  type CalendarRegistry,
  type CalendarVersion,
  followCalendars,
  openCalendars,
  ownCalendar,
} from './registry.ts';
export { insertVersion } from './store.ts';
