import type { DataSource } from 'typeorm';
import { stateAim } from '../src/aims/aim.service';
import { abandonChangeIdea, startTestingChangeIdea } from '../src/aims/changeIdea.service';
import { ChangeIdea } from '../src/aims/changeIdea.entity';
import { addDriver } from '../src/aims/driver.service';
import { logPdsaCycle } from '../src/cycles/cycleLog.service';
import type { CycleDecision, TestScale } from '../src/cycles/cycle.enums';
import { SharedIdea } from '../src/spread/sharedIdea.entity';
import { takeUpSharedIdea } from '../src/spread/spread.service';
import { foundCommittee, type Founding } from '../src/store/founding';
import { kinlochmore, workWithHealth } from './kinlochmore';
import { Scribe } from './scribe';

const ADVISER = 'IMPROVEMENT_ADVISER';

/** What an invented neighbour made of an idea it took up. */
interface Neighbour {
  readonly name: string;
  readonly statement: string;
  readonly adaptation: string;
  /** Who else is there, and what more it does. */
  readonly more?: { readonly founding: Pick<Founding, 'agencies' | 'members'>; readonly does: (scribe: Scribe) => Promise<void> };
  readonly tests: readonly {
    readonly on: string;
    readonly scale: TestScale;
    readonly learning: string;
    readonly decision: CycleDecision;
  }[];
}

const neighbours: readonly Neighbour[] = [
  {
    name: 'Kinlochmore Child Protection Committee',
    more: { founding: kinlochmore, does: workWithHealth },
    statement: 'Set the date of the first core group by telephone, on the morning after the planning meeting.',
    adaptation: 'The date is set by telephone on the morning after, since half of the people join planning meetings by video.',
    tests: [
      { on: '2026-09-21', scale: 'SINGLE', learning: 'Half of the calls were not answered; a message was.', decision: 'ADAPT' },
      { on: '2026-10-12', scale: 'SMALL', learning: 'With a message, eight of nine dates stood by noon.', decision: 'ADOPT' },
    ],
  },
  {
    name: 'Inverfinella Child Protection Committee',
    statement: 'Set the date of the first core group at the planning meeting, in one diary for the two schools.',
    adaptation: 'As shared, with one shared diary for the two schools.',
    tests: [
      {
        on: '2026-10-05',
        scale: 'VERY_SMALL',
        learning: 'The shared diary was not kept, so dates clashed.',
        decision: 'ABANDON',
      },
    ],
  },
];

/** Two committees that do not exist take up what Strathfinella shares, so that a lineage has more than one area. */
export async function loadNeighbours(dataSource: DataSource, now: Date): Promise<void> {
  for (const neighbour of neighbours) await takeUp(dataSource, neighbour, now);
}

async function takeUp(dataSource: DataSource, { name, statement, adaptation, more, tests }: Neighbour, now: Date): Promise<void> {
  const scribe = new Scribe(dataSource, await foundCommittee(dataSource, founding(name, more?.founding), now));
  const { aim } = await scribe.say(ADVISER, '2026-09-10', stateAim, {
    statement: 'Nine in ten initial core groups meet within 15 working days by December 2027.',
    ...{ population: 'Children whose name goes on the register', targetValue: 90, unit: '%', targetOn: '2027-12-31' },
  });
  const { driver } = await scribe.say(ADVISER, '2026-09-10', addDriver, {
    ...{ aimId: aim.globalId, kind: 'PRIMARY', statement: 'The core group has a date in time' },
  });
  const [shared] = await scribe.read((store) => store.all(SharedIdea));
  if (!shared) throw new Error('Nothing is shared yet.');
  const { uptake } = await scribe.say(ADVISER, '2026-09-14', takeUpSharedIdea, {
    ...{ sharedIdeaId: shared.globalId, driverIds: [driver.globalId], statement, adaptation, degreeOfBelief: 'LOW' },
  });
  const idea = await scribe.read((store) => store.find(ChangeIdea, uptake.changeIdeaId));
  if (!idea) throw new Error('The idea that was taken up is gone.');
  await scribe.say(ADVISER, '2026-09-14', startTestingChangeIdea, { id: idea.globalId, version: idea.version });
  for (const { on, scale, learning, decision } of tests) {
    await scribe.say(ADVISER, on, logPdsaCycle, {
      ...{ changeIdeaId: idea.globalId, objective: 'See whether the date stands before people have to ask for it.' },
      ...{ size: { scale }, startedOn: on, observed: learning, learning, decision, rationale: learning },
    });
  }
  await more?.does(scribe);
  const last = tests.at(-1);
  if (last?.decision !== 'ABANDON') return;
  await scribe.say(ADVISER, last.on, abandonChangeIdea, {
    id: idea.globalId,
    version: idea.version + 1,
    learning: last.learning,
  });
}

const founding = (name: string, more?: Pick<Founding, 'agencies' | 'members'>): Founding => ({
  name,
  ...{ kind: 'CHILD_PROTECTION', chiefOfficersBody: 'Chief Officers Group', isInvented: true, councilCodes: [] },
  agencies: more?.agencies ?? [],
  members: [
    ...(more?.members ?? []),
    { displayName: 'Lead officer', role: 'LEAD_OFFICER' },
    { displayName: 'Improvement adviser', role: ADVISER },
  ],
  serviceAccounts: [],
});
