import type { FindingStatus } from '../../src/findings/finding.enums';
import { funnelOf, lineOf, type CoveredFinding, type CoveringAction, type FindingLine } from '../../src/thread/coverage.rules';

const today = '2026-06-15';
const open: CoveringAction = { status: 'IN_PROGRESS', dueOn: '2026-12-31', evidenceLevels: [] };
const late: CoveringAction = { ...open, dueOn: '2026-06-14' };
const signed: CoveringAction = { status: 'SIGNED_OFF', dueOn: '2026-01-31', evidenceLevels: [1, 3] };
const stopped: CoveringAction = { ...open, status: 'STOPPED', evidenceLevels: [2] };
const proposed: CoveringAction = { ...open, status: 'PROPOSED' };

const finding = (
  status: FindingStatus,
  actions: CoveringAction[] = [],
  noActionReason: string | null = null,
): CoveredFinding => ({
  ...{ status, actions, noActionReason },
});

test.each<[string, CoveredFinding, FindingLine['response']]>([
  ['recorded', finding('RECORDED', [open]), 'NOT_OWED'],
  ['not accepted', finding('NOT_ACCEPTED'), 'NOT_OWED'],
  ['referred elsewhere', finding('REFERRED_ELSEWHERE'), 'NOT_OWED'],
  ['accepted and unanswered', finding('ACCEPTED'), 'MISSING'],
  ['accepted, with an action that is only proposed', finding('ACCEPTED', [proposed]), 'MISSING'],
  ['accepted, with an action that was stopped', finding('ACCEPTED', [stopped]), 'MISSING'],
  ['accepted, with an open action', finding('ACCEPTED', [stopped, open]), 'ACTIONS'],
  ['agreed, with a reason for no action', finding('RESPONSE_AGREED', [], 'In place already'), 'NO_ACTION'],
  ['agreed, with a reason that says nothing', finding('RESPONSE_AGREED', [], ' '), 'MISSING'],
  ['agreed, whose action was stopped', finding('RESPONSE_AGREED', [stopped]), 'MISSING'],
  ['addressed', finding('ADDRESSED', [signed]), 'ACTIONS'],
  ['assured, whose action was superseded', finding('ASSURED', [{ ...signed, status: 'SUPERSEDED' }]), 'ACTIONS'],
  ['reopened, with closed actions only', finding('REOPENED', [signed], 'In place already'), 'MISSING'],
  [
    'reopened, with an action that awaits sign-off',
    finding('REOPENED', [{ ...open, status: 'COMPLETE_AWAITING_SIGN_OFF' }]),
    'ACTIONS',
  ],
])('the response to a finding that is %s', (_, covered, response) => {
  expect(lineOf(covered, today).response).toBe(response);
});

test('a line counts live actions, and takes evidence from all', () => {
  expect(lineOf(finding('RESPONSE_AGREED', [open, late, signed, stopped, proposed]), today)).toMatchObject({
    ...{ actions: 3, actionsDone: 1, actionsOverdue: 1, highestEvidenceLevel: 3 },
  });
  expect(lineOf(finding('RESPONSE_AGREED', [stopped]), today)).toMatchObject({ actions: 0, highestEvidenceLevel: 2 });
  expect(lineOf(finding('ACCEPTED'), today).highestEvidenceLevel).toBeNull();
});

test('a funnel never widens', () => {
  const found = [
    finding('RECORDED'),
    finding('ACCEPTED'),
    finding('RESPONSE_AGREED', [], 'In place already'),
    finding('RESPONSE_AGREED', [open]),
    finding('RESPONSE_AGREED', [{ ...open, evidenceLevels: [0] }]),
    finding('RESPONSE_AGREED', [{ ...open, evidenceLevels: [2] }]),
    finding('ASSURED', [signed]),
  ];
  expect(funnelOf(found.map((each) => lineOf(each, today)))).toEqual({
    ...{ found: 7, accepted: 6, withResponse: 5, withAction: 4, withEvidence: 2, withImpact: 1 },
  });
});
