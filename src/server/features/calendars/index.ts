export { type CalendarRegistry, openCalendars } from './registry.ts';
