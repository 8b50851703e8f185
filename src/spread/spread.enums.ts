import { describedEnum } from '../api/describedEnum';

export const UptakeState = describedEnum('UptakeState', 'What became of a shared idea in one area. Worked out, never set.', {
  TAKEN_UP: 'Taken up; no test has been decided on yet.',
  TRIED: 'At least one PDSA cycle has tested it and was closed.',
  ADOPTED: 'The last test was adopted, and it is being made the way things are done there.',
  HELD: 'In place there, and its measure has held.',
  GIVEN_UP: 'Given up there.',
});
export type UptakeState = keyof typeof UptakeState;
