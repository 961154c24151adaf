/** What the demo's customers come with, and how it is handled. Written for the demo; nobody's real words. */
export type Story = {
  category: string;
  priority: 'urgent' | 'important' | 'normal' | 'low';
  department: string;
  owners: readonly string[];
  channel: string;
  what: string;
  where: string;
  wish: string;
  reason: string;
  cause: string;
  solution: string;
  progress: string;
  result: string;
  /** Kind of cause, as the analysis report classes it. */
  kind: 'product' | 'system' | 'process' | 'people' | 'supplier' | 'understanding';
};

export const story = (
  category: string,
  priority: Story['priority'],
  department: string,
  owners: string,
  channel: string,
  kind: Story['kind'],
  ...texts: [string, string, string, string, string, string, string, string]
): Story => {
  const [what, where, wish, reason, cause, solution, progress, result] = texts;
  return {
    category,
    priority,
    department,
    owners: owners.split(' '),
    channel,
    kind,
    what,
    where,
    wish,
    reason,
    cause,
    solution,
    progress,
    result,
  };
};
