/** What can be asked of a case. `version` of `approve` and `send-back` is the one that was looked at. */
export type CaseCommand =
  | { do: 'save' }
  | { do: 'submit' }
  | { do: 'withdraw' }
  | { do: 'approve'; version: number; hasCheckedFindings: boolean; checkAfterDays: number }
  | { do: 'send-back'; version: number; note: string }
  | { do: 'discard' }
  | { do: 'report'; note: string }
  | { do: 'confirm'; checkAfterDays: number }
  | { do: 'retire'; note: string }
  | { do: 'restore' }
  | { do: 'give'; owner: number };

export const caseCommandNames = [
  'save',
  'submit',
  'withdraw',
  'approve',
  'send-back',
  'discard',
  'report',
  'confirm',
  'retire',
  'restore',
  'give',
] as const satisfies readonly CaseCommand['do'][];
export type CaseCommandName = (typeof caseCommandNames)[number];

export const usualCheckDays = 180;
export const checkDays = { least: 7, most: 1_095 } as const;
