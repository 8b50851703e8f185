import { describedEnum } from '../api/describedEnum';

/** In the order of the thread, from the source to the figures. Live: approved, and neither stopped nor superseded. */
export const ThreadBreakKind = describedEnum(
  'ThreadBreakKind',
  'Where the golden thread is broken. An action is live once it is approved, until it is stopped or superseded; a live action that ' +
    'superseded another answers what that one answered. Evidence shows impact from level 3 on: practice changed.',
  {
    FINDING_WITHOUT_ANSWER:
      'The committee has accepted the report of a source, and has not said whether it accepts this finding of it.',
    FINDING_WITHOUT_RESPONSE:
      'The finding is accepted, and no live action answers it; or it was reopened, and no action that is still open answers it. ' +
      'An action that is only proposed does not count.',
    RESPONSE_WITHOUT_LIVE_ACTION:
      'The response is agreed, or the finding counts as addressed, and no action of the response is live; nor was a reason given for having none.',
    SETTLED_FINDING_WITH_OPEN_ACTION:
      'The finding counts as addressed or assured, and an action that answers it is open: reopened, or begun since.',
    SUPERSEDED_FINDING_WITHOUT_SUCCESSOR:
      'The finding was replaced, and what replaced it is a draft or was itself replaced, so that no finding stands for it.',
    RECOMMENDATION_WITHOUT_ACTION:
      'The recommendation is accepted, in full or in part, and no live action carries it out; or it was reopened, and no open action does.',
    RECOMMENDATION_ACHIEVED_WITHOUT_IMPACT:
      'Progress is judged ACHIEVED, and no evidence of the actions that carry it out shows impact: level 3 or more.',
    ACTION_WITHOUT_ORIGIN:
      'The action answers no finding and is no planned priority with a reason. Only a draft can be so: the database refuses any other.',
    TEST_OF_CHANGE_WITHOUT_CHANGE_IDEA:
      'The action is live and to be a test of change, and no change idea is tied to it; or it is open, and all its ideas were abandoned.',
    ACTION_WITHOUT_MEASURE:
      'The action is live, no measure shows whether it succeeds, and no reason is given; or it is open, and all its measures were retired.',
    ACTION_DONE_WITHOUT_IMPACT:
      'The action is done, signed off or embedded, and none of its evidence shows impact: level 3 or more. Having no evidence is the worst case.',
    SUPERSEDED_ACTION_WITHOUT_SUCCESSOR: 'The action was replaced, and nothing that replaced it is live.',
    CHANGE_IDEA_WITHOUT_DRIVER: 'The change idea is not abandoned, and serves no driver that is still part of a theory.',
    CHANGE_IDEA_WITHOUT_MEASURE:
      'The change idea is being tested, and no measure would show what it does: not of its cycles, its actions or the aims it serves. ' +
      'Retired measures do not count.',
    CYCLE_WITHOUT_MEASURE: 'The cycle has begun, and names no measure that shows what it does.',
    ADAPT_WITHOUT_NEXT:
      'The cycle ended in ADAPT, and no next cycle was planned within the days the committee has agreed. A cancelled one does not count.',
    AIM_WITHOUT_OUTCOME_MEASURE: 'No outcome measure shows progress towards the aim. Retired measures do not count.',
    MEASURE_WITHOUT_DATA:
      'The measure is in use and has never had a figure, although two of its periods have passed; one of no fixed interval counts at once.',
    MEASURE_SILENT: 'The measure is in use and had figures, and its next one is more than a whole period late.',
  },
);
export type ThreadBreakKind = keyof typeof ThreadBreakKind;
