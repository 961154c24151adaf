/** What a case says. It holds nothing that names a person: that is checked by a machine and by a second person. */
export type CaseText = {
  title: string;
  problem: string;
  cause: string;
  solution: string;
  /** What was learned. */
  lessons: string;
  tags: string[];
};

export const caseParts = ['title', 'problem', 'cause', 'solution', 'lessons'] as const;
export type CasePart = (typeof caseParts)[number];

export const caseLimits = { title: 120, part: 8_000, tags: 8, tag: 20 } as const;

/** What readers call it: AL0007. */
export const caseNumber = (id: number): string => `AL${String(id).padStart(4, '0')}`;
