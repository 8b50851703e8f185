import { ChangeIdeaDriver } from './changeIdea.entity';
import { DriverLink } from './driver.entity';
import { TheoryLink } from './theory.entity';

/** The drivers a driver works through and those that move it, and the change ideas that serve it. */
export const parentsOf = { through: DriverLink, parent: 'childDriverId', child: 'parentDriverId' };
export const childrenOf = { through: DriverLink, parent: 'parentDriverId', child: 'childDriverId' };
export const ideasOf = { through: ChangeIdeaDriver, parent: 'driverId', child: 'changeIdeaId' };
export const driversOf = { through: ChangeIdeaDriver, parent: 'changeIdeaId', child: 'driverId' };

/** The same within one version of a theory. */
export const partsAbove = { through: TheoryLink, parent: 'childPartId', child: 'parentPartId' };
export const partsBelow = { through: TheoryLink, parent: 'parentPartId', child: 'childPartId' };
