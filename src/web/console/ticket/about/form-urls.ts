/** Where a submitted form is printed from and downloaded as a Word file. */
export function formFileUrl(ticketId: number, form: string): string {
  return `/api/v1/tickets/${ticketId}/forms/${encodeURIComponent(form)}.docx`;
}

export function formPrintUrl(ticketId: number, form: string): string {
  return `/outputs?ticket=${ticketId}&form=${encodeURIComponent(form)}`;
}
