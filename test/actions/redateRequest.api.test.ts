import { toGlobalId } from '../../src/kernel/globalId';
import { answered, refusal, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeAction, makeStartedAction, type Made } from '../support/make';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const request = 'id version status wantedOn settledOn settledReason settledBy { role } dueDateChange { toOn }';
const say = (verb: string, type: string) =>
  `mutation($input: ${type}!) { ${verb}(input: $input) { redateRequest { ${request} } } }`;
const ask = say('requestRedate', 'RequestRedateInput');
const redate =
  'mutation($input: RedateActionInput!) { redateAction(input: $input) { action { dueOn redateRequests { status wantedOn settledBy { role } dueDateChange { toOn reason } } } } }';

const wish = (action: Made, dueOn = '2027-03-31') => ({
  input: { id: action.id, version: action.version, dueOn, reason: 'The form has to be reprinted' },
});

const requested = async (action: Made) =>
  (await answered(committee.as('LEAD_OFFICER')(ask, wish(action)))).requestRedate.redateRequest;

test('a request leaves the date in force until a chair decides; a new date grants it, whichever it is', async () => {
  const action = await makeStartedAction(committee);
  expect(await requested(action)).toMatchObject({ status: 'WAITING', wantedOn: '2027-03-31', settledOn: null });
  const waiting =
    '{ redateRequests(filter: {statuses: [WAITING]}) { totalCount nodes { action { dueOn } requestedBy { role } } } }';
  expect((await answered(committee.as('MEMBER')(waiting))).redateRequests).toEqual({
    totalCount: 1,
    nodes: [{ action: { dueOn: '2026-12-31' }, requestedBy: { role: 'LEAD_OFFICER' } }],
  });
  const { redateAction } = await answered(committee.as('CHAIR')(redate, wish(action, '2027-02-28')));
  const reason = 'The form has to be reprinted';
  expect(redateAction.action).toEqual({
    dueOn: '2027-02-28',
    redateRequests: [
      { status: 'GRANTED', wantedOn: '2027-03-31', settledBy: { role: 'CHAIR' }, dueDateChange: { toOn: '2027-02-28', reason } },
    ],
  });
});

test('a request is refused with the reason, once, and can be made again', async () => {
  const action = await makeStartedAction(committee);
  const { id, version } = await requested(action);
  const refuse = say('refuseRedate', 'RefuseRedateInput');
  const input = { id, version, reason: 'The court waits for it' };
  expect((await answered(committee.as('CHAIR')(refuse, { input }))).refuseRedate.redateRequest).toMatchObject({
    ...{ status: 'REFUSED', settledOn: '2026-09-15', settledReason: 'The court waits for it' },
    ...{ settledBy: { role: 'CHAIR' }, dueDateChange: null },
  });
  expect(await refusal(committee.as('CHAIR')(refuse, { input }))).toMatchObject({ code: 'STALE' });
  const again = { ...input, version: Number(version) + 1 };
  expect(await refusal(committee.as('CHAIR')(refuse, { input: again }))).toMatchObject({ rule: 'redateRequest.settled' });
  expect(await requested(action)).toMatchObject({ status: 'WAITING' });
});

test('one request waits at a time; whoever made it, or the lead officer, takes it back', async () => {
  const action = await makeStartedAction(committee);
  const { id, version } = (await answered(committee.as('MEMBER')(ask, wish(action)))).requestRedate.redateRequest;
  expect(await refusal(committee.as('LEAD_OFFICER')(ask, wish(action)))).toMatchObject({
    rule: 'redateRequest.one',
    field: 'input.id',
  });
  const withdraw = say('withdrawRedate', 'WithdrawRedateInput');
  expect(await refusal(committee.as('SUBGROUP_CHAIR')(withdraw, { input: { id, version } }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  const { withdrawRedate } = await answered(committee.as('MEMBER')(withdraw, { input: { id, version } }));
  expect(withdrawRedate.redateRequest).toMatchObject({ status: 'WITHDRAWN', settledBy: { role: 'MEMBER' } });
});

test('only a date that can be changed is asked for, by whoever may, on what they have seen', async () => {
  const proposed = await makeAction(committee);
  expect(await refusal(committee.as('LEAD_OFFICER')(ask, wish(proposed)))).toMatchObject({ rule: 'action.redate' });
  const action = await makeStartedAction(committee);
  expect(await refusal(committee.as('LEAD_OFFICER')(ask, wish(action, '2026-12-31')))).toMatchObject({
    rule: 'action.sameDueDate',
  });
  expect(await refusal(committee.as('ACTION_LEAD')(ask, wish(action)))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(committee.as('LEAD_OFFICER')(ask, wish({ ...action, version: 1 })))).toMatchObject({ code: 'STALE' });
  const other = await api.newCommittee();
  expect(await refusal(other.as('LEAD_OFFICER')(ask, wish(action)))).toMatchObject({ code: 'NOT_FOUND', field: 'input.id' });
});

test('nobody gives a new date to an action they lead, or approves it', async () => {
  const member = (role: 'CHAIR' | 'VICE_CHAIR' | 'LEAD_OFFICER') => toGlobalId('Member', committee.actor(role).id);
  const own = await makeStartedAction(committee, { leadMemberId: member('CHAIR') });
  expect(await refusal(committee.as('CHAIR')(redate, wish(own)))).toMatchObject({ rule: 'action.redateOwn', field: 'input.id' });
  const by = (approver: 'CHAIR' | 'VICE_CHAIR') => ({ input: { ...wish(own).input, approvedById: member(approver) } });
  expect(await refusal(committee.as('CHAIR')(redate, by('VICE_CHAIR')))).toMatchObject({ rule: 'action.redateOwn' });
  expect(await refusal(committee.as('LEAD_OFFICER')(redate, by('CHAIR')))).toMatchObject({
    ...{ code: 'FORBIDDEN', rule: 'action.redateOwn', field: 'input.approvedById' },
  });
  expect((await answered(committee.as('LEAD_OFFICER')(redate, by('VICE_CHAIR')))).redateAction.action.dueOn).toBe('2027-03-31');
  const officers = await makeStartedAction(committee, { leadMemberId: member('LEAD_OFFICER') });
  const named = { input: { ...wish(officers).input, approvedById: member('CHAIR') } };
  expect(await refusal(committee.as('LEAD_OFFICER')(redate, named))).toMatchObject({ rule: 'action.redateOwn' });
  expect((await answered(committee.as('CHAIR')(redate, wish(officers)))).redateAction.action.dueOn).toBe('2027-03-31');
});

test('a new date is not before the work began', async () => {
  const action = await makeStartedAction(committee);
  const expected = { rule: 'action.dueBeforeStart', field: 'input.dueOn' };
  expect(await refusal(committee.as('CHAIR')(redate, wish(action, '2026-09-14')))).toMatchObject(expected);
  expect(await refusal(committee.as('LEAD_OFFICER')(ask, wish(action, '2026-09-14')))).toMatchObject(expected);
  expect((await answered(committee.as('CHAIR')(redate, wish(action, '2026-09-15')))).redateAction.action.dueOn).toBe(
    '2026-09-15',
  );
});

test('a stopped action leaves no request waiting, whoever stops it', async () => {
  const action = await makeStartedAction(committee);
  await requested(action);
  const stop =
    'mutation($input: MoveActionForReasonInput!) { stopAction(input: $input) { action { redateRequests { status settledReason settledBy { role } } } } }';
  const input = { id: action.id, version: action.version, reason: 'Overtaken' };
  expect((await answered(committee.as('VICE_CHAIR')(stop, { input }))).stopAction.action.redateRequests).toEqual([
    { status: 'REFUSED', settledReason: 'The action was stopped.', settledBy: { role: 'VICE_CHAIR' } },
  ]);
});

test('nobody who has left approves a new date', async () => {
  const action = await makeStartedAction(committee);
  const { id } = committee.actor('CHAIR');
  await api.sql(`update member set ended_on = '2026-09-14' where id = $1`, [id]);
  const input = { ...wish(action).input, approvedById: toGlobalId('Member', id) };
  expect(await refusal(committee.as('LEAD_OFFICER')(redate, { input }))).toMatchObject({
    ...{ rule: 'action.approver', field: 'input.approvedById' },
  });
});

test('the database keeps a request as it was made', async () => {
  await requested(await makeStartedAction(committee));
  const change = (set: string) => api.sql(`update redate_request set ${set} where committee_id = $1`, [committee.id]);
  await expect(change(`wanted_on = '2028-01-01'`)).rejects.toThrow('kept as it was made');
  await expect(api.sql('delete from redate_request where committee_id = $1', [committee.id])).rejects.toThrow(
    'kept as it was made',
  );
});
