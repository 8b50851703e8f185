import type { ActionStatus, ChangeType } from '../../src/actions/action.enums';
import { responseMix, responseSentence } from '../../src/actions/responseStrength.rules';
import { answered, startApi, type TestApi } from '../support/api';
import { makeAction, makeApprovedAction, makeFinding, makeSource, makeStartedAction } from '../support/make';

const cases: readonly [readonly (readonly [ChangeType, ActionStatus])[], string][] = [
  [[], 'No live action answers it.'],
  [[['TRAINING', 'STOPPED']], 'No live action answers it.'],
  [[['TRAINING', 'PROPOSED']], 'No live action answers it.'],
  [[['TRAINING', 'APPROVED']], 'The one action that answers it depends on people remembering; it does not change the system.'],
  [[['RESOURCE', 'SIGNED_OFF']], 'The one action that answers it tests no change of the system.'],
  [[['TEST_OF_CHANGE', 'APPROVED']], 'The one action that answers it tests a change of the system.'],
  [
    [
      ['TRAINING', 'EMBEDDED'],
      ['POLICY_PROCEDURE', 'APPROVED'],
      ['TEST_OF_CHANGE', 'SUPERSEDED'],
    ],
    'All 2 actions that answer it depend on people remembering; none changes the system.',
  ],
  [
    [
      ['TASK', 'APPROVED'],
      ['RESOURCE', 'APPROVED'],
    ],
    'None of the 2 actions that answer it tests a change of the system.',
  ],
  [
    [
      ['GOVERNANCE', 'APPROVED'],
      ['TEST_OF_CHANGE', 'IN_PROGRESS'],
    ],
    '1 of the 2 actions that answer it tests a change of the system.',
  ],
];

test.each(cases)('%j: %s', (actions, sentence) => {
  const mix = responseMix(actions.map(([changeType, status]) => ({ changeType, status })));
  expect(responseSentence(mix)).toBe(sentence);
  expect(mix.live + mix.proposed + mix.givenUp).toBe(actions.length);
  expect(mix.byChangeType.reduce((sum, { count }) => sum + count, 0)).toBe(mix.live);
  expect(Object.values(mix.byStrength).reduce((sum, count) => sum + count, 0)).toBe(mix.live);
});

describe('of a source', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  test('each action counts once, and the totals agree with the list', async () => {
    const committee = await api.newCommittee();
    const sourceId = (await makeSource(committee)).id;
    const [one, other] = [await makeFinding(committee, { sourceId }), await makeFinding(committee, { sourceId })];
    await makeAction(committee, { findingIds: [one.id], changeType: 'TASK' });
    await makeApprovedAction(committee, { findingIds: [one.id, other.id], changeType: 'TRAINING' });
    await makeApprovedAction(committee, { findingIds: [other.id], changeType: 'TEST_OF_CHANGE' });
    const stopped = await makeStartedAction(committee, { findingIds: [one.id], changeType: 'GOVERNANCE' });
    const stop = 'mutation($input: MoveActionForReasonInput!) { stopAction(input: $input) { action { status } } }';
    const input = { id: stopped.id, version: stopped.version, reason: 'Overtaken' };
    await answered(committee.as('CHAIR')(stop, { input }));
    const ask = `query($id: ID!) { node(id: $id) { ... on LearningSource { response { live proposed givenUp personDependent intermediate system sentence
      byChangeType { changeType strength count } } } } actions(filter: {sourceIds: [$id]}) { totalCount } }`;
    const { node, actions } = await answered(committee.as('MEMBER')(ask, { id: sourceId }));
    expect(node.response).toEqual({
      ...{ live: 2, proposed: 1, givenUp: 1, personDependent: 1, intermediate: 0, system: 1 },
      sentence: '1 of the 2 actions that answer it tests a change of the system.',
      byChangeType: [
        { changeType: 'TRAINING', strength: 'PERSON_DEPENDENT', count: 1 },
        { changeType: 'TEST_OF_CHANGE', strength: 'SYSTEM', count: 1 },
      ],
    });
    expect(actions.totalCount).toBe(Number(node.response.live) + Number(node.response.proposed) + Number(node.response.givenUp));
  });
});
