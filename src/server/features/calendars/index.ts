export {
  type CalendarRegistry,
  type CalendarVersion,
  openCalendars,
  ownCalendar,
} from './registry.ts';
export { insertVersion } from './store.ts';
