import { ruleBroken } from '../kernel/errors';
import { requireText } from '../kernel/machine';
import type { Work } from '../store/work';
import type { ClassifyInput } from '../tiers/classify.input';
import { classify, tierOf } from '../tiers/classify.service';
import { ChangeIdea, ChangeIdeaDriver } from './changeIdea.entity';
import type { ChangeIdeaStatus } from './changeIdea.enums';
import type {
  AbandonChangeIdeaInput,
  MoveChangeIdeaInput,
  ProposeChangeIdeaInput,
  ServeDriverInput,
  StepBackChangeIdeaInput,
  SustainChangeIdeaInput,
} from './changeIdea.input';
import { requireBelief, requireDrivers } from './changeIdea.rules';
import { Driver } from './driver.entity';
import { requireInTheory } from './driver.rules';
import { keepTheories } from './theory.service';
import { driversOf } from './theoryLinks';

export type ChangeIdeaChange = { changeIdea: ChangeIdea };

export async function proposeChangeIdea(work: Work, input: ProposeChangeIdeaInput): Promise<ChangeIdeaChange> {
  const drivers = await work.store.getAll(Driver, input.driverIds, 'input.driverIds');
  requireDrivers(drivers);
  drivers.forEach((driver) => requireInTheory(driver));
  const changeIdea = await work.add(ChangeIdea, {
    ref: input.ref ?? (await work.nextReference(ChangeIdea, `CI-${work.today.slice(0, 4)}-`, 2)),
    statement: input.statement,
    status: 'PROPOSED',
    degreeOfBelief: input.degreeOfBelief,
    ...(await tierOf(work, input)),
  });
  await work.link(
    ChangeIdeaDriver,
    drivers.map((driver) => ({ changeIdeaId: changeIdea.id, driverId: driver.id })),
  );
  await keepTheories(work, drivers, `Change idea proposed: ${changeIdea.ref}`);
  return { changeIdea };
}

export const classifyChangeIdea = async (work: Work, input: ClassifyInput): Promise<ChangeIdeaChange> => ({
  changeIdea: await classify(work, ChangeIdea, input),
});

export async function serveDriver(work: Work, input: ServeDriverInput): Promise<ChangeIdeaChange> {
  const changeIdea = await work.forChange(ChangeIdea, input);
  const driver = await work.store.get(Driver, input.driverId, 'input.driverId');
  const served = await work.store.linked(Driver, driversOf, changeIdea.id, ['position']);
  if (served.some(({ id }) => id === driver.id)) {
    throw ruleBroken('changeIdea.driver', 'It serves that driver already.', 'input.driverId');
  }
  requireInTheory(driver);
  await work.link(ChangeIdeaDriver, [{ changeIdeaId: changeIdea.id, driverId: driver.id }]);
  await keepTheories(work, [driver], `Change idea ${changeIdea.ref} serves one more driver: ${driver.statement}`);
  return { changeIdea: await work.save(ChangeIdea, changeIdea) };
}

/** Testing is also what a step back leads to, but that needs a reason and is a verb of its own. */
export async function startTestingChangeIdea(work: Work, input: MoveChangeIdeaInput): Promise<ChangeIdeaChange> {
  const changeIdea = await work.forChange(ChangeIdea, input);
  return move(work, changeIdea, { to: 'TESTING', degreeOfBelief: input.degreeOfBelief ?? changeIdea.degreeOfBelief });
}

export async function abandonChangeIdea(work: Work, input: AbandonChangeIdeaInput): Promise<ChangeIdeaChange> {
  const changeIdea = await work.forChange(ChangeIdea, input);
  const learning = requireText(
    input.learning,
    'changeIdea.learning',
    'Say what was learnt before giving it up.',
    'input.learning',
  );
  return move(work, changeIdea, { to: 'ABANDONED', learning });
}

export async function implementChangeIdea(work: Work, input: MoveChangeIdeaInput): Promise<ChangeIdeaChange> {
  const changeIdea = await work.forChange(ChangeIdea, input);
  const degreeOfBelief = requireBelief(input.degreeOfBelief ?? changeIdea.degreeOfBelief, 'input.degreeOfBelief');
  return move(work, changeIdea, { to: 'IMPLEMENTING', degreeOfBelief });
}

export async function spreadChangeIdea(work: Work, input: MoveChangeIdeaInput): Promise<ChangeIdeaChange> {
  const changeIdea = await work.forChange(ChangeIdea, input);
  return move(work, changeIdea, { to: 'SPREADING', degreeOfBelief: input.degreeOfBelief ?? changeIdea.degreeOfBelief });
}

export async function sustainChangeIdea(work: Work, input: SustainChangeIdeaInput): Promise<ChangeIdeaChange> {
  const changeIdea = await work.forChange(ChangeIdea, input);
  const statusReason = requireText(input.evidence, 'changeIdea.held', 'Say how its measure has held.', 'input.evidence');
  return move(work, changeIdea, { to: 'SUSTAINED', statusReason });
}

export async function stepBackChangeIdea(work: Work, input: StepBackChangeIdeaInput): Promise<ChangeIdeaChange> {
  const changeIdea = await work.forChange(ChangeIdea, input);
  const statusReason = requireText(input.reason, 'changeIdea.reason', 'Say why it has to be tested again.', 'input.reason');
  return move(work, changeIdea, { to: 'TESTING', statusReason });
}

type Step = { readonly to: ChangeIdeaStatus } & Partial<Pick<ChangeIdea, 'statusReason' | 'degreeOfBelief' | 'learning'>>;

async function move(work: Work, changeIdea: ChangeIdea, { to, ...facts }: Step): Promise<ChangeIdeaChange> {
  Object.assign(changeIdea, { status: to, statusReason: null, ...facts });
  return { changeIdea: await work.save(ChangeIdea, changeIdea) };
}
