import type { NoticeView } from '../../../contract/organisation.ts';

/** What was said of one ticket, newest first; a case of the library is a matter of its own. */
export type NoticeGroup = { key: string; notices: NoticeView[] };

/** Groups in the order of their newest notice. A ticket comes once, however much was said of others in between. */
export function groupNotices(notices: readonly NoticeView[]): NoticeGroup[] {
  const groups = Map.groupBy(notices, ({ ticket, case: ofCase }) =>
    ofCase === null ? `ticket ${ticket.id}` : `case ${ofCase.id}`,
  );
  return [...groups].map(([key, group]) => ({ key, notices: group }));
}
