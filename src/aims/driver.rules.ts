import { ruleBroken } from '../kernel/errors';
import type { DriverKind } from './driver.enums';

interface Placed {
  readonly aimId: string;
  readonly kind: DriverKind;
}

/** A secondary driver works through primary drivers of its own aim; a primary one leads to the aim itself. @throws RULE_BROKEN */
export function requireParents(driver: Placed, parents: readonly Placed[]): void {
  const field = 'input.parentDriverIds';
  if (driver.kind === 'PRIMARY' && parents.length > 0) {
    throw ruleBroken('driver.parents', 'A primary driver leads to the aim itself and has no other driver above it.', field);
  }
  if (driver.kind === 'SECONDARY' && parents.length === 0) {
    throw ruleBroken('driver.parents', 'Say which primary drivers this secondary driver works through.', field);
  }
  parents.forEach((parent, index) => {
    if (parent.aimId !== driver.aimId) throw ruleBroken('driver.aim', 'That driver belongs to another aim.', `${field}.${index}`);
    if (parent.kind !== 'PRIMARY')
      throw ruleBroken('driver.parents', 'Only a primary driver can be above another.', `${field}.${index}`);
  });
}

/** @throws RULE_BROKEN `driver.retired` */
export function requireInTheory({ retiredReason }: { readonly retiredReason: string | null }): void {
  if (retiredReason !== null) throw ruleBroken('driver.retired', 'This driver is no longer part of the theory.');
}
