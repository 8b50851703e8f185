import { toGlobalId } from '../../src/kernel/globalId';
import type { Role } from '../../src/access/roles';
import { answered, refusal, startApi, type Shown, type TestApi, type TestCommittee } from '../support/api';
import { makeHeldMeeting, makePlannedMeeting, type MadeMeeting } from '../support/make';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const typeOf = (verb: string): string => `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
const meetingFields = `id version status meetsOn meetsAt place kind statusReason heldAt minutesAgreedOn chair { role } subgroup { name }
  attendance { presence member { role } agency { id } }`;
const subgroupFields = 'id version name remit delegated endedOn chair { role }';

const say = (role: Role, verb: string, input: object) => {
  const shown = verb.endsWith('Subgroup') ? `subgroup { ${subgroupFields} }` : `meeting { ${meetingFields} }`;
  return committee.as(role)(`mutation($input: ${typeOf(verb)}!) { ${verb}(input: $input) { ${shown} } }`, { input });
};

const done = async (role: Role, verb: string, input: object): Promise<Shown> => {
  const { meeting, subgroup } = (await answered(say(role, verb, input)))[verb] as { meeting?: Shown; subgroup?: Shown };
  return meeting ?? subgroup;
};

const member = (role: Role): string => toGlobalId('Member', committee.actor(role).id);
const based = ({ id, version }: MadeMeeting) => ({ id, version });

test('a meeting goes from plan to agreed minutes; then it stays as it was', async () => {
  const plan = { meetsOn: '2026-09-15', meetsAt: '14:00', place: 'Town hall' };
  const planned = await done('LEAD_OFFICER', 'planMeeting', { ...plan, chairId: member('CHAIR') });
  expect(planned).toMatchObject({ ...plan, kind: 'ORDINARY', status: 'PLANNED', chair: { role: 'CHAIR' }, heldAt: null });
  const moved = await done('LEAD_OFFICER', 'replanMeeting', { ...based(planned), meetsAt: '15:30' });
  const held = await done('LEAD_OFFICER', 'holdMeeting', { ...based(moved), chairId: member('VICE_CHAIR') });
  expect(held).toMatchObject({ status: 'HELD', meetsAt: '15:30', chair: { role: 'VICE_CHAIR' } });
  expect(String(held.heldAt)).toMatch(/^2026-09-15T10:00:00/);
  const agreed = await done('CHAIR', 'agreeMinutes', based(held));
  expect(agreed).toMatchObject({ status: 'MINUTES_AGREED', minutesAgreedOn: '2026-09-15' });
  for (const verb of ['replanMeeting', 'holdMeeting', 'agreeMinutes']) {
    expect([verb, (await refusal(say('CHAIR', verb, based(agreed)))).rule]).toEqual([
      verb,
      verb === 'replanMeeting' ? 'meeting.planned' : 'meeting.transition',
    ]);
  }
  await expect(api.sql(`update meeting set meets_on = '2026-01-01' where committee_id = $1`, [committee.id])).rejects.toThrow(
    'stays as it was',
  );
});

test('a meeting to come is not held, one without a chair neither, and one that is cancelled says why', async () => {
  const coming = await makePlannedMeeting(committee, { meetsOn: '2026-09-16' });
  expect(await refusal(say('CHAIR', 'holdMeeting', based(coming)))).toMatchObject({
    rule: 'meeting.dayAhead',
    field: 'input.id',
  });
  const chairless = await done('LEAD_OFFICER', 'planMeeting', { meetsOn: '2026-09-14' });
  expect(await refusal(say('CHAIR', 'holdMeeting', based(chairless)))).toMatchObject({
    rule: 'meeting.chair',
    field: 'input.chairId',
  });
  const cancelled = await done('CHAIR', 'cancelMeeting', { ...based(coming), reason: 'Snow' });
  expect(cancelled).toMatchObject({ status: 'CANCELLED', statusReason: 'Snow' });
});

test.each([
  [{ meetsAt: '9:30' }, 'BAD_USER_INPUT'],
  [{ meetsAt: '24:00' }, 'BAD_USER_INPUT'],
  [{ meetsAt: '14:00\u0000' }, 'BAD_USER_INPUT'],
  [{ place: '' }, 'BAD_USER_INPUT'],
])('what is no time or place is refused: %j', async (more, code) => {
  expect(await refusal(say('CHAIR', 'planMeeting', { meetsOn: '2026-09-15', ...more }))).toMatchObject({ code });
});

test('one body meets once at a time, is chaired by a chair, and not by somebody of another committee', async () => {
  await makePlannedMeeting(committee, { meetsOn: '2026-10-01', meetsAt: '14:00' });
  const same = { meetsOn: '2026-10-01', meetsAt: '14:00' };
  expect(await refusal(say('CHAIR', 'planMeeting', same))).toMatchObject({ rule: 'meeting.twice', field: 'input.meetsOn' });
  expect(await refusal(say('CHAIR', 'planMeeting', { meetsOn: '2026-10-02', chairId: member('LEAD_OFFICER') }))).toMatchObject({
    ...{ rule: 'meeting.chair', field: 'input.chairId' },
  });
  const other = await api.newCommittee();
  const chairId = toGlobalId('Member', other.actor('CHAIR').id);
  expect(await refusal(say('CHAIR', 'planMeeting', { meetsOn: '2026-10-02', chairId }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('who was there is recorded for members and agencies, and put right by naming them again', async () => {
  const planned = await makePlannedMeeting(committee);
  const [agencyId, otherAgency] = committee.agencyIds;
  const record = (people: object[], meetingId = planned.id) => say('LEAD_OFFICER', 'recordAttendance', { meetingId, people });
  const memberId = member('MEMBER');
  expect(await refusal(record([{ memberId, presence: 'PRESENT' }]))).toMatchObject({ rule: 'attendance.ahead' });
  await answered(record([{ memberId, presence: 'APOLOGIES' }]));
  await done('CHAIR', 'holdMeeting', based(planned));
  const people = [
    { memberId, presence: 'PRESENT' },
    { agencyId: otherAgency, presence: 'APOLOGIES' },
  ];
  expect((await answered(record(people))).recordAttendance.meeting.attendance).toEqual([
    { presence: 'APOLOGIES', member: null, agency: { id: otherAgency } },
    { presence: 'PRESENT', member: { role: 'MEMBER' }, agency: { id: agencyId } },
  ]);
  expect(await refusal(record([{ presence: 'ABSENT' }]))).toMatchObject({
    rule: 'attendance.whose',
    field: 'input.people.0.memberId',
  });
  expect(await refusal(record([people[0]!, people[0]!]))).toMatchObject({ rule: 'attendance.twice', field: 'input.people.1' });
  await done('CHAIR', 'agreeMinutes', { id: planned.id, version: planned.version + 1 });
  expect(await refusal(record(people))).toMatchObject({ rule: 'attendance.settled' });
});

test('a subgroup is formed, given what it may decide, and wound up', async () => {
  const chairId = member('SUBGROUP_CHAIR');
  const formed = await done('LEAD_OFFICER', 'formSubgroup', { name: 'Quality assurance', remit: 'Audits', chairId });
  expect(formed).toMatchObject({ delegated: [], chair: { role: 'SUBGROUP_CHAIR' }, endedOn: null });
  expect(await refusal(say('CHAIR', 'formSubgroup', { name: 'QUALITY assurance', remit: 'Audits' }))).toMatchObject({
    rule: 'subgroup.name',
  });
  expect(await refusal(say('LEAD_OFFICER', 'delegateToSubgroup', { ...based(formed), delegated: ['STOP'] }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  const given = await done('CHAIR', 'delegateToSubgroup', {
    ...based(formed),
    delegated: ['ACCEPT_COMPLETION', 'ACCEPT_COMPLETION'],
  });
  expect(given.delegated).toEqual(['ACCEPT_COMPLETION']);
  const meeting = await done('SUBGROUP_CHAIR', 'planMeeting', { subgroupId: formed.id, meetsOn: '2026-10-01' });
  expect(meeting).toMatchObject({ subgroup: { name: 'Quality assurance' }, chair: { role: 'SUBGROUP_CHAIR' } });
  const { subgroups } = await answered(
    committee.as('MEMBER')('{ subgroups(filter: {isAtWork: true}) { nodes { meetings { nodes { meetsOn } } } } }'),
  );
  expect(subgroups.nodes).toEqual([{ meetings: { nodes: [{ meetsOn: '2026-10-01' }] } }]);
  const ended = await done('CHAIR', 'windUpSubgroup', based(given));
  expect(ended.endedOn).toBe('2026-09-15');
  expect(await refusal(say('CHAIR', 'planMeeting', { subgroupId: formed.id, meetsOn: '2026-11-01' }))).toMatchObject({
    rule: 'subgroup.ended',
  });
});

test('a chair who has left chairs no meeting after that, and is not taken for its chair', async () => {
  const chairId = member('SUBGROUP_CHAIR');
  const { id: subgroupId } = await done('CHAIR', 'formSubgroup', { name: 'Audit', remit: 'Audits', chairId });
  const before = await done('LEAD_OFFICER', 'planMeeting', { subgroupId, meetsOn: '2026-09-14' });
  const onTheDay = await done('LEAD_OFFICER', 'planMeeting', { subgroupId, meetsOn: '2026-09-15' });
  await api.sql('update member set ended_on = $2 where id = $1', [committee.actor('SUBGROUP_CHAIR').id, '2026-09-14']);
  const later = { subgroupId, meetsOn: '2026-10-01' };
  expect(await refusal(say('LEAD_OFFICER', 'planMeeting', { ...later, chairId }))).toMatchObject({
    ...{ rule: 'meeting.chair', field: 'input.chairId' },
  });
  expect((await done('LEAD_OFFICER', 'planMeeting', later)).chair).toBeNull();
  expect(await refusal(say('LEAD_OFFICER', 'holdMeeting', based(onTheDay)))).toMatchObject({
    ...{ rule: 'meeting.chair', field: 'input.chairId' },
  });
  const held = await done('LEAD_OFFICER', 'holdMeeting', { ...based(onTheDay), chairId: member('VICE_CHAIR') });
  expect(held.chair).toEqual({ role: 'VICE_CHAIR' });
  expect((await done('LEAD_OFFICER', 'holdMeeting', based(before))).chair).toEqual({ role: 'SUBGROUP_CHAIR' });
});

test('the chair of a subgroup keeps its meetings and no others', async () => {
  expect(await refusal(say('SUBGROUP_CHAIR', 'planMeeting', { meetsOn: '2026-10-01' }))).toMatchObject({ code: 'FORBIDDEN' });
  const other = await done('CHAIR', 'formSubgroup', { name: 'Training', remit: 'Courses', chairId: member('VICE_CHAIR') });
  expect(await refusal(say('SUBGROUP_CHAIR', 'planMeeting', { subgroupId: other.id, meetsOn: '2026-10-01' }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  const held = await makeHeldMeeting(committee);
  expect(await refusal(say('SUBGROUP_CHAIR', 'agreeMinutes', based(held)))).toMatchObject({ code: 'FORBIDDEN' });
});

test('meetings are listed, the next one is known, and each knows the one before and the time between', async () => {
  const first = await makeHeldMeeting(committee, { meetsOn: '2026-06-09' });
  api.clock.now = new Date('2026-09-15T11:00:00Z');
  await makeHeldMeeting(committee, { meetsOn: '2026-09-08' });
  const coming = await makePlannedMeeting(committee, { meetsOn: '2026-12-08' });
  await makePlannedMeeting(committee, { meetsOn: '2027-03-09' });
  const document = `{ nextMeeting { id } meetings(filter: {statuses: [HELD, PLANNED], isOfCommittee: true}) { totalCount nodes {
    meetsOn heldAt next { meetsOn } sincePrevious { previous { meetsOn } fromMoment toMoment } } } }`;
  const { nextMeeting, meetings } = await answered(committee.as('MEMBER')(document));
  expect(nextMeeting.id).toBe(coming.id);
  const [june, september, december] = meetings.nodes;
  expect(meetings.totalCount).toBe(4);
  expect(june.sincePrevious).toEqual({ previous: null, fromMoment: null, toMoment: june.heldAt });
  expect(september.sincePrevious).toEqual({
    previous: { meetsOn: '2026-06-09' },
    fromMoment: june.heldAt,
    toMoment: september.heldAt,
  });
  expect(september.next).toEqual({ meetsOn: '2026-12-08' });
  expect(december.sincePrevious).toMatchObject({ previous: { meetsOn: '2026-09-08' }, toMoment: null });
  const then = `query @asAt(moment: "${june.heldAt}") { meetings { nodes { id status } } }`;
  expect((await answered(committee.as('MEMBER')(then))).meetings.nodes).toEqual([{ id: first.id, status: 'HELD' }]);
  const other = await api.newCommittee();
  const theirs = `{ nextMeeting { id } node(id: "${coming.id}") { id } meetings(filter: {meetsAfter: "2000-01-01"}) { totalCount } }`;
  expect(await answered(other.as('CHAIR')(theirs))).toEqual({ nextMeeting: null, node: null, meetings: { totalCount: 0 } });
});
