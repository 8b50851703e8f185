import type { Work } from '../store/work';
import { Aim } from './aim.entity';
import { Driver, DriverLink } from './driver.entity';
import type { AddDriverInput } from './driver.input';
import { requireParents } from './driver.rules';

export async function addDriver(work: Work, input: AddDriverInput): Promise<{ driver: Driver; aim: Aim }> {
  const { kind, statement } = input;
  const aim = await work.lock(Aim, input.aimId, 'input.aimId');
  const parents = await work.store.getAll(Driver, input.parentDriverIds, 'input.parentDriverIds');
  requireParents({ aimId: aim.id, kind }, parents);
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
  return { driver, aim };
}
