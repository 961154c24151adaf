/** DOM ids of a field's parts, so that label, help and problem are announced with the input. */
export function fieldIds(prefix: string, field: string) {
  const input = `${prefix}-${field}`;
  return { input, label: `${input}-label`, help: `${input}-help`, problem: `${input}-problem` };
}

/** Brings a field into view and puts the cursor there. */
export function jumpToField(prefix: string, field: string): void {
  const { input } = fieldIds(prefix, field);
  const element = document.getElementById(input);
  if (!element) return;
  if (!isInView(element)) element.scrollIntoView({ block: 'center', behavior: 'smooth' });
  const target = element.matches(focusable) ? element : element.querySelector<HTMLElement>(focusable);
  target?.focus({ preventScroll: true });
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= margin && bottom <= window.innerHeight - margin;
}

/** What sticks to the top and the bottom of a page covers about this much. */
const margin = 80;

const focusable = 'input, textarea, select, button, [tabindex]';
