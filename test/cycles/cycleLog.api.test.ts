import { answered, refusal, startApi, type TestApi, type TestCommittee, type Shown } from '../support/api';
import { ask, fullPlan, makeChangeIdea, makeCycle, makeRamp, runCycle, say, step, type CycleAnswer } from './cycleMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  committee = await api.newCommittee();
  api.clock.now = new Date('2026-09-15T10:00:00Z');
});
afterAll(() => api.close());

const codes = ({ advice }: CycleAnswer): string[] => advice.map(({ code }) => code);
const read = async (id: string, fields: string): Promise<Record<string, Shown>> =>
  (await answered(committee.as('MEMBER')(`query($id: ID!) { node(id: $id) { ... on PdsaCycle { ${fields} } } }`, { id }))).node;

describe('logging a small cycle in one go', () => {
  test('few fields are enough, nothing stands in the way, and what is missing is said', async () => {
    const idea = await makeChangeIdea(committee);
    const logged = await say(committee, 'logPdsaCycle', {
      changeIdeaId: idea.id,
      objective: 'Ask one chair',
      observed: 'She agreed',
      startedOn: '2026-09-10',
    });
    expect(logged.cycle).toMatchObject({
      label: '1a',
      status: 'STUDYING',
      doStartedOn: '2026-09-10',
      doEndedOn: null,
      plannedOn: null,
    });
    expect(codes(logged)).toEqual(['NO_QUESTION', 'NO_TASK', 'NO_DATA_PLAN', 'AS_PLANNED_UNSAID']);
    const record = await read(logged.cycle.id, 'recordedAfterTheFact observations { text } seal { sha256 } questions { text }');
    expect(record).toMatchObject({ recordedAfterTheFact: true, observations: [{ text: 'She agreed' }], questions: [] });
    expect(record.seal.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each<[string, object, string, boolean]>([
    ['only what it is for', {}, 'PLANNING', false],
    ['that it begins today', { startedOn: '2026-09-15' }, 'DOING', false],
    ['that nobody looked for the unexpected', { noneUnexpected: false }, 'PLANNING', false],
    ['why it goes so far, of a plan', { size: { scale: 'WHOLE_SYSTEM' }, ladderReason: 'The law' }, 'PLANNING', false],
    ['that it began last week', { startedOn: '2026-09-08' }, 'DOING', true],
    ['what was seen', { observed: 'It worked' }, 'STUDYING', true],
    ['what was learnt', { observed: 'It worked', learning: 'Ask first' }, 'ACTING', true],
    ['all of it', { observed: 'It worked', learning: 'Ask first', decision: 'ADAPT', rationale: 'Nearly' }, 'CLOSED', true],
  ])('it gets as far as what is said of it: %s', async (_, facts, status, isLate) => {
    const { id } = await makeRamp(committee);
    const logged = await say(committee, 'logPdsaCycle', { rampId: id, objective: 'Ask one chair', ...facts });
    expect(logged.cycle.status).toBe(status);
    expect(await read(logged.cycle.id, 'recordedAfterTheFact')).toEqual({ recordedAfterTheFact: isLate });
  });

  const days = 'plannedOn doStartedOn doEndedOn studiedOn actedOn';

  test.each<[string, object, (string | null)[]]>([
    ['none: it can only have been today', {}, [null, '2026-09-15', '2026-09-15', '2026-09-15', '2026-09-15']],
    ['the start: no other is made up', { startedOn: '2026-09-01' }, [null, '2026-09-01', null, null, null]],
    ['the end: it began then', { endedOn: '2026-09-10' }, [null, '2026-09-10', '2026-09-10', null, null]],
    [
      'all of them',
      { plannedOn: '2026-09-01', startedOn: '2026-09-02', endedOn: '2026-09-03', studiedOn: '2026-09-04', actedOn: '2026-09-05' },
      ['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04', '2026-09-05'],
    ],
  ])('days that are said, %s', async (_, said, expected) => {
    const { id } = await makeRamp(committee);
    const facts = { rampId: id, objective: 'Ask', observed: 'Yes', learning: 'It helps', decision: 'ADAPT', ...said };
    const { cycle } = await say(committee, 'logPdsaCycle', facts);
    expect(Object.values(await read(cycle.id, days))).toEqual(expected);
  });

  test('who logs it leads it, unless they say who did', async () => {
    const { id } = await makeRamp(committee);
    const logged = await say(committee, 'logPdsaCycle', { rampId: id, objective: 'Ask' });
    const me = (await answered(committee.as('IMPROVEMENT_ADVISER')('{ viewer { member { id } } }'))).viewer.member.id;
    expect((await read(logged.cycle.id, 'lead { id }')).lead.id).toBe(me);
    const chair = (await answered(committee.as('CHAIR')('{ viewer { member { id } } }'))).viewer.member.id;
    const other = await say(committee, 'logPdsaCycle', { rampId: id, objective: 'Ask', leadMemberId: chair });
    expect((await read(other.cycle.id, 'lead { id }')).lead.id).toBe(chair);
  });

  test('one that is told late follows what had begun by then, and never what came after it', async () => {
    const { id } = await makeRamp(committee);
    const told = (startedOn: string) =>
      say(committee, 'logPdsaCycle', { rampId: id, objective: 'Ask', observed: 'Yes', startedOn });
    await told('2026-09-01');
    await told('2026-09-12');
    await makeCycle(committee, id);
    const late = await told('2026-09-05');
    expect(await read(late.cycle.id, 'label predecessors { label }')).toEqual({ label: '1d', predecessors: [{ label: '1a' }] });
  });

  test('an idea that was given up is planned no more, but what was tried of it can still be told', async () => {
    const idea = await makeChangeIdea(committee);
    const { id } = await makeRamp(committee, idea.id);
    await say(committee, 'abandonChangeIdea', { ...idea, learning: 'The law changed' });
    const refused = await refusal(ask(committee, 'planCycle', { rampId: id, objective: 'Ask' }));
    expect([refused.rule, refused.field]).toEqual(['ramp.abandonedIdea', 'input.rampId']);
    const told = await say(committee, 'logPdsaCycle', { rampId: id, objective: 'Ask', observed: 'Yes', startedOn: '2026-09-01' });
    expect(told.cycle.status).toBe('STUDYING');
  });

  test('a prediction with its verdict, the unexpected, and the decision', async () => {
    const { id } = await makeRamp(committee);
    const { cycle } = await say(committee, 'logPdsaCycle', {
      ...{ rampId: id, objective: 'Ask one chair', question: 'Will she agree?', prediction: { text: 'Yes', confidence: 0.8 } },
      ...{
        startedOn: '2026-09-10',
        endedOn: '2026-09-11',
        observed: 'She agreed',
        unexpected: 'She asked for a form',
        verdict: 'MET',
      },
      ...{
        learning: 'Bring the form',
        decision: 'ADAPT',
        rationale: 'With the form',
        nextStep: 'Three chairs',
        size: { scale: 'SINGLE' },
      },
    });
    expect(
      await read(cycle.id, 'unexpectedSeen decision scale questions { text predictions { text comparison { verdict } } }'),
    ).toEqual({
      ...{ unexpectedSeen: true, decision: 'ADAPT', scale: 'SINGLE' },
      questions: [{ text: 'Will she agree?', predictions: [{ text: 'Yes', comparison: { verdict: 'MET' } }] }],
    });
  });

  test('the full record can grow from it: it goes on stage by stage', async () => {
    const idea = await makeChangeIdea(committee);
    const planned = await say(committee, 'logPdsaCycle', { changeIdeaId: idea.id, objective: 'Ask one chair' });
    const { id, version } = planned.cycle;
    const revised = await say(committee, 'reviseCyclePlan', { id, version, ...fullPlan });
    expect(codes(revised)).toEqual([]);
    expect((await runCycle(committee, revised.cycle, { decision: 'ADOPT' })).status).toBe('CLOSED');
    const second = await say(committee, 'logPdsaCycle', { changeIdeaId: idea.id, objective: 'Ask three' });
    expect(second.cycle.label).toBe('1b');
  });

  test.each<[string, object, string]>([
    ['neither ramp nor idea', {}, 'cycle.logWhere'],
    ['a verdict of nothing', { rampId: 'ramp', verdict: 'MET' }, 'cycle.logVerdict'],
    ['a reason for no decision', { rampId: 'ramp', rationale: 'Because' }, 'cycle.logDecision'],
    ['what follows of no decision', { rampId: 'ramp', nextStep: 'Three chairs' }, 'cycle.logDecision'],
    ['the unexpected and its absence', { rampId: 'ramp', unexpected: 'A form', noneUnexpected: true }, 'cycle.unexpected'],
    ['a lowered safeguard', { rampId: 'ramp', lowersStatutorySafeguard: true }, 'cycle.safeguard'],
    ['an end before the start', { rampId: 'ramp', startedOn: '2026-09-10', endedOn: '2026-09-01' }, 'cycle.dates'],
  ])('%s is refused by name, and nothing is kept', async (_, facts, rule) => {
    const { id } = await makeRamp(committee);
    const given = { objective: 'Ask one chair', ...facts, ...('rampId' in facts ? { rampId: id } : {}) };
    expect(await refusal(ask(committee, 'logPdsaCycle', given))).toMatchObject({ code: 'RULE_BROKEN', rule });
    expect((await answered(committee.as('MEMBER')('{ pdsaCycles { totalCount } }'))).pdsaCycles.totalCount).toBe(0);
  });
});

describe('starting from the last', () => {
  const carried =
    'objective intent scale staff questions { text predictions { text } } tasks { what who whenText } plannedData { what } predecessors { label } learnedFromPrevious';

  test('what carries over is copied, predictions and days are not, and it is asked what was learnt', async () => {
    const ramp = await makeRamp(committee);
    const first = await makeCycle(committee, ramp.id);
    const next = await say(committee, 'planNextCycle', { cycleId: first.id });
    expect(next.cycle.label).toBe('1b');
    expect(codes(next)).toEqual(['QUESTION_WITHOUT_PREDICTION', 'TASK_INCOMPLETE', 'LEARNT_UNSAID']);
    expect(await read(next.cycle.id, carried)).toEqual({
      ...{ objective: fullPlan.objective, intent: 'TEST_CHANGE', scale: 'SINGLE', staff: 4, learnedFromPrevious: null },
      questions: [{ text: 'Will everyone accept the date at once?', predictions: [] }],
      tasks: [{ what: 'Offer three dates', who: 'Chair', whenText: null }],
      ...{ plannedData: [{ what: 'Dates accepted' }], predecessors: [{ label: '1a' }] },
    });
  });

  test('what is said stands in place of what carries over; it may branch into another ramp and merge', async () => {
    const ramp = await makeRamp(committee);
    const [first, second] = [await makeCycle(committee, ramp.id), await makeCycle(committee, ramp.id)];
    const next = await say(committee, 'planNextCycle', {
      ...{ cycleId: second.id, predecessorIds: [first.id], learnedFromPrevious: 'Bring the form', objective: 'Three chairs' },
      size: { scale: 'SMALL' },
    });
    expect(codes(next)).not.toContain('LEARNT_UNSAID');
    expect(await read(next.cycle.id, carried)).toMatchObject({
      ...{ objective: 'Three chairs', scale: 'SMALL', learnedFromPrevious: 'Bring the form' },
      predecessors: [{ label: '1a' }, { label: '1b' }],
    });
  });
});

describe('what a cycle can start from', () => {
  test('one that was cancelled cannot come before another, and starting from it goes back to what came before it', async () => {
    const ramp = await makeRamp(committee);
    await makeCycle(committee, ramp.id);
    const second = await makeCycle(committee, ramp.id);
    const { cycle } = await step(committee, 'cancelCycle', second, { reason: 'No time' });
    const refused = await refusal(ask(committee, 'planCycle', { rampId: ramp.id, objective: 'Ask', predecessorIds: [cycle.id] }));
    expect([refused.rule, refused.field]).toEqual(['cycle.cancelledBefore', 'input.predecessorIds']);
    const next = await say(committee, 'planNextCycle', { cycleId: cycle.id });
    expect(await read(next.cycle.id, 'label objective predecessors { label }')).toEqual({
      ...{ label: '1c', objective: fullPlan.objective, predecessors: [{ label: '1a' }] },
    });
  });

  test('nobody answers for the safeguards of the next test by having answered for this one', async () => {
    const ramp = await makeRamp(committee);
    const first = await makeCycle(committee, ramp.id, { lowersStatutorySafeguard: false });
    const next = await say(committee, 'planNextCycle', { cycleId: first.id });
    expect(await read(next.cycle.id, 'lowersStatutorySafeguard')).toEqual({ lowersStatutorySafeguard: null });
  });

  test('a plan written down afterwards has no day of its own, so that its test can have begun before', async () => {
    const ramp = await makeRamp(committee);
    const { id, version } = await makeCycle(committee, ramp.id);
    const began = { id, version, startedOn: '2026-09-10' };
    expect((await refusal(ask(committee, 'startCycle', began))).rule).toBe('cycle.dates');
    const revised = await say(committee, 'reviseCyclePlan', { id, version, plannedOn: null });
    expect(revised.cycle.plannedOn).toBeNull();
    const begun = await step(committee, 'startCycle', revised.cycle, { startedOn: '2026-09-10' });
    expect(await read(begun.cycle.id, 'recordedAfterTheFact')).toEqual({ recordedAfterTheFact: true });
  });

  test('Do cannot be planned to end before the plan was made', async () => {
    const ramp = await makeRamp(committee);
    const plan = { rampId: ramp.id, objective: 'Ask', plannedEndOn: '1991-01-01' };
    const refused = await refusal(ask(committee, 'planCycle', plan));
    expect([refused.rule, refused.field]).toEqual(['cycle.plannedEnd', 'input.plannedEndOn']);
  });
});

describe('the size of a test', () => {
  const factors = (degreeOfBelief: string, costOfFailure: string, readiness: string) => ({
    degreeOfBelief,
    costOfFailure,
    readiness,
  });

  test('belief, cost of failure and readiness suggest one; a larger test is advised against, not refused', async () => {
    const ramp = await makeRamp(committee);
    const plan = {
      rampId: ramp.id,
      ...fullPlan,
      ...factors('LOW', 'LARGE', 'RESISTANT'),
      size: { scale: 'LARGE' },
      predecessorIds: [],
    };
    const planned = await say(committee, 'planCycle', plan);
    expect(codes(planned)).toEqual(['LARGER_THAN_SUGGESTED']);
    expect(await read(planned.cycle.id, 'suggestedTestSize')).toEqual({ suggestedTestSize: 'VERY_SMALL' });
    expect((await step(committee, 'startCycle', planned.cycle)).cycle.status).toBe('DOING');
  });

  test('going to the whole system after too few smaller tests needs a recorded reason', async () => {
    const ramp = await makeRamp(committee);
    await runCycle(committee, await makeCycle(committee, ramp.id), { decision: 'ADAPT' });
    const whole = await makeCycle(committee, ramp.id, { size: { scale: 'WHOLE_SYSTEM' } });
    expect(await refusal(ask(committee, 'startCycle', { id: whole.id, version: whole.version }))).toMatchObject({
      ...{ code: 'RULE_BROKEN', rule: 'ladder.tooFewTests', field: 'input.ladderReason' },
    });
    const begun = await step(committee, 'startCycle', whole, { ladderReason: 'The law changes on 1 October' });
    expect(await read(begun.cycle.id, 'ladderReason')).toEqual({ ladderReason: 'The law changes on 1 October' });
  });

  test('collecting information everywhere is no test and asks for nothing', async () => {
    const ramp = await makeRamp(committee);
    const look = await makeCycle(committee, ramp.id, { intent: 'COLLECT_INFORMATION', size: { scale: 'WHOLE_SYSTEM' } });
    expect((await step(committee, 'startCycle', look)).cycle.status).toBe('DOING');
  });

  test('how many smaller tests come first is the committee’s choice; straight after a failed prediction it asks all the same', async () => {
    const { settings } = (await answered(committee.as('CHAIR')('{ committee { settings { id version } } }'))).committee;
    await answered(
      committee.as('CHAIR')(
        'mutation($input: AgreeSettingsInput!) { agreeSettings(input: $input) { settings { ladderTests } } }',
        { input: { ...settings, ladderTests: 1 } },
      ),
    );
    const ramp = await makeRamp(committee);
    await runCycle(committee, await makeCycle(committee, ramp.id), { decision: 'ADOPT' });
    const whole = await makeCycle(committee, ramp.id, { size: { scale: 'WHOLE_SYSTEM' } });
    expect((await step(committee, 'startCycle', whole)).cycle.status).toBe('DOING');
    const other = await makeRamp(committee);
    const failed = {
      rampId: other.id,
      objective: 'Ask',
      size: { scale: 'SMALL' },
      prediction: { text: 'Yes' },
      verdict: 'NOT_MET',
      learning: 'No',
      decision: 'ADAPT',
    };
    await say(committee, 'logPdsaCycle', failed);
    const everywhere = { rampId: other.id, objective: 'All', size: { scale: 'WHOLE_SYSTEM' }, startedOn: '2026-09-15' };
    expect((await refusal(ask(committee, 'logPdsaCycle', everywhere))).rule).toBe('ladder.failedPrediction');
  });
});

describe('guards', () => {
  const bind = async () => {
    const { settings } = (await answered(committee.as('CHAIR')('{ committee { settings { id version } } }'))).committee;
    await answered(
      committee.as('CHAIR')(
        'mutation($input: AgreeSettingsInput!) { agreeSettings(input: $input) { settings { guardsBind } } }',
        { input: { ...settings, guardsBind: true } },
      ),
    );
  };

  test('are advice until the committee makes them binding; then what is missing is named, and nothing changes', async () => {
    const ramp = await makeRamp(committee);
    const bare = (await say(committee, 'planCycle', { rampId: ramp.id, objective: 'Ask one chair' })).cycle;
    await bind();
    const { errors } = await ask(committee, 'startCycle', { id: bare.id, version: bare.version });
    expect(errors[0]?.extensions).toMatchObject({ code: 'RULE_BROKEN', rule: 'cycle.guards' });
    expect((errors[0]?.extensions.fields as { field: string }[]).map(({ field }) => field)).toEqual([
      'NO_QUESTION',
      'NO_TASK',
      'NO_DATA_PLAN',
    ]);
    expect(await read(bare.id, 'status seal { sha256 }')).toEqual({ status: 'PLANNING', seal: null });
    const full = await makeCycle(committee, ramp.id);
    const begun = await step(committee, 'startCycle', full);
    expect((await refusal(ask(committee, 'finishDoing', { id: full.id, version: begun.cycle.version }))).rule).toBe(
      'cycle.guards',
    );
  });

  test('never stand in the way of logging what has happened; what only begins today waits for them', async () => {
    await bind();
    const { id } = await makeRamp(committee);
    const beginning = { rampId: id, objective: 'Ask', startedOn: '2026-09-15' };
    expect((await refusal(ask(committee, 'logPdsaCycle', beginning))).rule).toBe('cycle.guards');
    const logged = await say(committee, 'logPdsaCycle', {
      rampId: id,
      objective: 'Ask',
      observed: 'She agreed',
      decision: 'ADOPT',
    });
    expect(logged.cycle.status).toBe('CLOSED');
  });
});

describe('work that has come to a stand', () => {
  const stalled = async (args = '') =>
    (
      await answered(
        committee.as('IMPROVEMENT_ADVISER')(`{ stalledWork${args} { rule sentence dueOn cycle { label } ramp { number } } }`),
      )
    ).stalledWork as Record<string, Shown>[];

  test('each rule by name, the longest standing first, and nothing that goes on', async () => {
    const ramp = await makeRamp(committee);
    const adapted = { rampId: ramp.id, objective: 'Ask', observed: 'Yes', decision: 'ADAPT', startedOn: '2026-09-10' };
    await say(committee, 'logPdsaCycle', adapted);
    const other = await makeRamp(committee);
    const running = await makeCycle(committee, other.id, { plannedEndOn: '2026-09-20' });
    await step(committee, 'startCycle', running);
    const third = await makeRamp(committee);
    await makeCycle(committee, third.id, {
      tasks: [{ what: 'Offer dates', who: 'Chair', whenOn: '2026-09-25', place: 'Office' }],
    });
    expect(await stalled()).toEqual([]);
    api.clock.now = new Date('2026-12-01T10:00:00Z');
    const found = await stalled();
    expect(found.map(({ rule, dueOn, cycle }) => [rule, dueOn, cycle?.label ?? null])).toEqual([
      ['DO_PAST_END', '2026-09-20', '1a'],
      ['PLANNED_NOT_STARTED', '2026-09-25', '1a'],
      ['ADAPT_WITHOUT_NEXT', '2026-10-13', '1a'],
      ['RAMP_WITHOUT_DATA', '2026-11-05', null],
      ['RAMP_WITHOUT_DATA', '2026-11-10', null],
    ]);
    expect((await stalled('(rules: [DO_PAST_END])')).map(({ rule }) => rule)).toEqual(['DO_PAST_END']);
  });

  test('a next cycle ends the waiting', async () => {
    const ramp = await makeRamp(committee);
    const logged = await say(committee, 'logPdsaCycle', {
      rampId: ramp.id,
      objective: 'Ask',
      observed: 'Yes',
      decision: 'ADAPT',
    });
    await say(committee, 'planNextCycle', { cycleId: logged.cycle.id });
    api.clock.now = new Date('2026-10-20T10:00:00Z');
    expect((await stalled('(rules: [ADAPT_WITHOUT_NEXT])')).length).toBe(0);
  });

  test('the statements do not grow with the work', async () => {
    const ask = '{ stalledWork { rule cycle { label } ramp { number } } }';
    const fill = async (count: number) => {
      const own = await api.newCommittee();
      for (let i = 0; i < count; i += 1)
        await say(own, 'logPdsaCycle', {
          rampId: (await makeRamp(own)).id,
          objective: 'Ask',
          observed: 'Yes',
          decision: 'ADAPT',
        });
      return own;
    };
    const [few, many] = [await fill(1), await fill(4)];
    api.clock.now = new Date('2026-12-01T10:00:00Z');
    const [small, large] = [await few.as('MEMBER')(ask), await many.as('MEMBER')(ask)];
    expect([small.data.stalledWork.length, large.data.stalledWork.length]).toEqual([2, 8]);
    expect(large.statements.length).toBe(small.statements.length);
  });
});
