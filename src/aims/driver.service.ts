import { ruleBroken } from '../kernel/errors';
import type { Work } from '../store/work';
import { Aim } from './aim.entity';
import { Driver, DriverLink } from './driver.entity';
import type { AddDriverInput, RetireDriverInput, ReviseDriverInput } from './driver.input';
import { requireInTheory, requireParents } from './driver.rules';
import { keepTheory } from './theory.service';
import { childrenOf } from './theoryLinks';

export type DriverChange = { driver: Driver; aim: Aim };

/** The aim is locked whenever its theory changes, so that versions follow each other. */
export async function addDriver(work: Work, input: AddDriverInput): Promise<DriverChange> {
  const { kind, statement } = input;
  const aim = await work.lock(Aim, input.aimId, 'input.aimId');
  const parents = await work.store.getAll(Driver, input.parentDriverIds, 'input.parentDriverIds');
  requireParents({ aimId: aim.id, kind }, parents);
  parents.forEach((parent) => requireInTheory(parent));
  const others = (await work.store.children(Driver, 'aimId', aim.id, ['position'])).filter((other) => other.kind === kind);
  const driver = await work.add(Driver, { aimId: aim.id, kind, statement, position: (others.at(-1)?.position ?? 0) + 1 });
  await work.link(
    DriverLink,
    parents.map((parent) => ({
      aimId: aim.id,
      parentDriverId: parent.id,
      parentKind: parent.kind,
      childDriverId: driver.id,
      childKind: kind,
    })),
  );
  await keepTheory(work, aim, `Driver added: ${statement}`);
  return { driver, aim };
}

export async function reviseDriver(work: Work, input: ReviseDriverInput): Promise<DriverChange> {
  const { driver, aim } = await driverForChange(work, input);
  driver.statement = input.statement;
  const saved = await work.save(Driver, driver);
  await keepTheory(work, aim, input.reason);
  return { driver: saved, aim };
}

export async function retireDriver(work: Work, input: RetireDriverInput): Promise<DriverChange> {
  const { driver, aim } = await driverForChange(work, input);
  const moving = (await work.store.linked(Driver, childrenOf, driver.id, [])).filter(
    ({ retiredReason }) => retiredReason === null,
  );
  if (moving.length > 0) {
    throw ruleBroken('driver.inUse', 'Other drivers work through this one: retire them first.', 'input.id');
  }
  driver.retiredReason = input.reason;
  const saved = await work.save(Driver, driver);
  await keepTheory(work, aim, input.reason);
  return { driver: saved, aim };
}

async function driverForChange(work: Work, input: ReviseDriverInput | RetireDriverInput): Promise<DriverChange> {
  const found = await work.store.get(Driver, input.id, 'input.id');
  const aim = await work.store.find(Aim, found.aimId);
  if (!aim) throw new Error('A driver outlived its aim.');
  const locked = await work.lock(Aim, aim.globalId, 'input.id');
  const driver = await work.forChange(Driver, input);
  return { driver, aim: locked };
}
