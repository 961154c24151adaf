export const stageId = 'ticket-stage';

/**
 * Brings what is to be done now to the top of the page, and the keyboard to its beginning. Drawn twice later, when what has just been done
 * is on the page.
 */
export function showStage(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const place = document.getElementById(stageId);
      place?.scrollIntoView({ block: 'start' });
      place?.focus({ preventScroll: true });
    }),
  );
}
