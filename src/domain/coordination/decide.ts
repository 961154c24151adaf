import type { Makers } from '../ticket/makers.ts';
import type { CoordinationCommandName } from './commands.ts';
import { letterMakers } from './decide-letter.ts';
import { meetingMakers } from './decide-meeting.ts';
import { partyMakers } from './decide-party.ts';
import { solutionMakers } from './decide-solution.ts';
import { taskMakers } from './decide-task.ts';

/** What each command between departments brings about. */
export const coordinationMakers: Makers<CoordinationCommandName> = {
  ...partyMakers,
  ...taskMakers,
  ...letterMakers,
  ...meetingMakers,
  ...solutionMakers,
};
