import type { GraphQLSchema } from 'graphql';
import type { Role } from '../../src/access/roles';
import { toGlobalId } from '../../src/kernel/globalId';
import { verbs } from '../../src/verbs';
import { answered, type TestCommittee } from '../support/api';

export interface Row {
  id: string;
  version: number;
  ref: string;
}

/** Someone who may say a verb of anything, where there is one. */
function sayerOf(verb: string): Role {
  const by = verbs.find(({ name }) => name === verb)?.by ?? [];
  return (['LEAD_OFFICER', 'CHAIR'] as const).find((role) => by.includes(role)) ?? by[0] ?? 'CHAIR';
}

/** Several makers work for one committee, which meets once a day. */
const held = new Map<string, Promise<Row>>();

/*
 * Pieces of the golden thread made through the API. What each makes is sound: nothing of it is a break.
 */
export class ThreadMaker {
  constructor(
    private readonly committee: TestCommittee,
    private readonly schema: GraphQLSchema,
  ) {}

  /** Says a verb in a role that may, and gives what it is about. */
  async say(verb: string, what: string, input: object, role = sayerOf(verb)): Promise<Row> {
    const type = String(this.schema.getMutationType()?.getFields()[verb]?.args[0]?.type);
    const fields = 'ref' in (this.typeOf(verb, what) ?? {}) ? 'id version ref' : 'id version';
    const document = `mutation($input: ${type}) { ${verb}(input: $input) { ${what} { ${fields} } } }`;
    const data = await answered(this.committee.as(role)(document, { input }));
    return (data as Record<string, Record<string, Row>>)[verb]![what]!;
  }

  private typeOf(verb: string, what: string): object | undefined {
    const payload = this.schema.getType(String(this.schema.getMutationType()?.getFields()[verb]?.type).replace('!', ''));
    const fields = payload && 'getFields' in payload ? payload.getFields() : {};
    const type = this.schema.getType(String(fields[what]?.type).replace('!', ''));
    return type && 'getFields' in type ? type.getFields() : undefined;
  }

  /** Takes an action, or anything else that is changed, a step on. */
  step(verb: string, what: string, { id, version }: Row, more: object = {}, role?: Role): Promise<Row> {
    return this.say(verb, what, { id, version, ...more }, role);
  }

  source(facts: object = {}): Promise<Row> {
    return this.say('recordLearningSource', 'source', { kind: 'MULTI_AGENCY_AUDIT', title: 'Audit of core groups', ...facts });
  }

  async finding(facts: { sourceId?: string; [field: string]: unknown } = {}): Promise<Row> {
    const sourceId = facts.sourceId ?? (await this.source()).id;
    const input = { polarity: 'CONCERN', statement: 'Core groups are often late', ...facts, sourceId };
    return this.say('recordFinding', 'finding', input);
  }

  async acceptedFinding(facts: { sourceId?: string; [field: string]: unknown } = {}): Promise<Row> {
    return this.step('respondToFinding', 'finding', await this.finding(facts), { answer: 'ACCEPTED' });
  }

  async recommendation(facts: { sourceId?: string; [field: string]: unknown } = {}): Promise<Row> {
    const sourceId = facts.sourceId ?? (await this.source()).id;
    const made = await this.say('recordRecommendation', 'recommendation', { text: 'Hold them in time', ...facts, sourceId });
    return this.step('respondToRecommendation', 'recommendation', made, { answer: 'ACCEPTED' });
  }

  async action(facts: { findingIds?: string[]; [field: string]: unknown } = {}): Promise<Row> {
    return this.say('proposeAction', 'action', {
      ...{ title: 'Book the date', changeType: 'TASK', intendedOutcome: 'In time', leadRole: 'Service manager' },
      ...{ leadAgencyId: this.committee.agencyIds[0], dueOn: '2026-12-31', noMeasureReason: 'Counted by hand' },
      ...facts,
      findingIds: facts.findingIds ?? [(await this.finding()).id],
    });
  }

  async approvedAction(facts: { findingIds?: string[]; [field: string]: unknown } = {}): Promise<Row> {
    return this.step('approveAction', 'action', await this.action(facts));
  }

  async doneAction(facts: { findingIds?: string[]; [field: string]: unknown } = {}, day?: string): Promise<Row> {
    const started = await this.step('startAction', 'action', await this.approvedAction(facts), { startedOn: day });
    return this.step('completeAction', 'action', started, { completedOn: day });
  }

  evidence(action: Row, impactLevel: number, datedOn = '2026-05-29'): Promise<Row> {
    const facts = { kind: 'AUDIT', description: 'Looked at files', datedOn, impactLevel };
    return this.say('addEvidence', 'action', { actionId: action.id, ...facts });
  }

  /** The meeting of the committee on a day, which is held when it is first asked for. */
  heldOn(day: string): Promise<Row> {
    const known = held.get(`${this.committee.id} ${day}`) ?? this.hold(day);
    held.set(`${this.committee.id} ${day}`, known);
    return known;
  }

  private async hold(meetsOn: string): Promise<Row> {
    const chairId = toGlobalId('Member', this.committee.actor('CHAIR').id);
    return this.step('holdMeeting', 'meeting', await this.say('planMeeting', 'meeting', { meetsOn, chairId }));
  }

  async signOff(action: Row, meetingOn: string): Promise<Row> {
    const { id: meetingId } = await this.heldOn(meetingOn);
    return this.step('signOffAction', 'action', action, { meetingId, minuteRef: 'Item 4' });
  }

  /** An action that a meeting signed off on evidence of impact. */
  async effectiveAction(meetingOn: string, facts: { findingIds?: string[]; [field: string]: unknown } = {}): Promise<Row> {
    const done = await this.doneAction(facts, meetingOn);
    await this.evidence(done, 3, meetingOn);
    return this.signOff(done, meetingOn);
  }

  measure(frequency: string, facts: object = {}): Promise<Row> {
    const definition = {
      effectiveOn: '2025-01-01',
      statement: 'Held',
      calculation: 'COUNT',
      directionOfGood: 'HIGHER',
      frequency,
    };
    return this.say('defineMeasure', 'measure', { name: 'Core groups', kind: 'OUTCOME', definition, activate: true, ...facts });
  }

  /** With figures of spring, which are in time for a quarterly measure until December and for a monthly one until July. */
  async measured(frequency: string, facts: object = {}): Promise<Row> {
    const measure = await this.measure(frequency, facts);
    const period = { periodStartsOn: frequency === 'QUARTERLY' ? '2026-02-01' : '2026-04-01', periodEndsOn: '2026-04-30' };
    await this.say('recordDataPoint', 'dataPoint', { measureId: measure.id, ...period, value: 7 });
    return measure;
  }

  aim(): Promise<Row> {
    return this.say('stateAim', 'aim', { statement: 'Nine in ten in time' });
  }

  driver(aim: Row): Promise<Row> {
    return this.say('addDriver', 'driver', { aimId: aim.id, kind: 'PRIMARY', statement: 'A date in time' });
  }

  async ideaFor(driver: Row): Promise<Row> {
    const idea = await this.say('proposeChangeIdea', 'changeIdea', { driverIds: [driver.id], statement: 'Hold the date' });
    return this.step('startTestingChangeIdea', 'changeIdea', idea);
  }

  /** A change idea being tested, for an aim with an outcome measure. */
  async idea(): Promise<{ aim: Row; driver: Row; idea: Row; measure: Row }> {
    const aim = await this.aim();
    const measure = await this.measured('QUARTERLY', { aimId: aim.id });
    const driver = await this.driver(aim);
    return { aim, driver, measure, idea: await this.ideaFor(driver) };
  }

  async startedCycle(idea: Row, measureIds: string[]): Promise<Row> {
    const ramp = await this.say('startRamp', 'ramp', { changeIdeaId: idea.id, title: 'Diary hold' });
    const cycle = await this.say('planCycle', 'cycle', { rampId: ramp.id, objective: 'Try it once', measureIds });
    return this.step('startCycle', 'cycle', cycle);
  }

  /** A cycle that was closed with ADAPT. */
  async adaptedCycle(idea: Row, measureIds: string[]): Promise<Row> {
    const done = await this.step('finishDoing', 'cycle', await this.startedCycle(idea, measureIds), {
      ...{ carriedOutAsPlanned: true, observations: [{ text: 'It took long' }], unexpectedSeen: false },
    });
    const studied = await this.step('studyCycle', 'cycle', done, { learning: 'Bring the form' });
    return this.step('closeCycle', 'cycle', studied, { decision: 'ADAPT', rationale: 'It took long', nextStep: 'With the form' });
  }

  /** From source to figures, with nothing missing. */
  async thread(): Promise<{ source: Row; finding: Row; action: Row; measure: Row }> {
    const source = await this.source();
    const finding = await this.acceptedFinding({ sourceId: source.id });
    const recommendation = await this.recommendation({ sourceId: source.id, findingIds: [finding.id] });
    const { idea, measure } = await this.idea();
    const action = await this.approvedAction({
      ...{ changeType: 'TEST_OF_CHANGE', findingIds: [finding.id], recommendationIds: [recommendation.id] },
      ...{ changeIdeaIds: [idea.id], measureIds: [measure.id], noMeasureReason: null },
    });
    await this.step('agreeFindingResponse', 'finding', finding);
    await this.startedCycle(idea, [measure.id]);
    return { source, finding, action, measure };
  }
}
