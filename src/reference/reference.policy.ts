import type { Reading } from '../access/reading';
import { everyone } from '../access/roles';

/** The same lists for everyone, and nobody's secret. */
export const referenceReading: Reading = {
  ...{ AgencyType: everyone, CouncilArea: everyone, HealthBoard: everyone, Theme: everyone },
  ...{ QualityFramework: everyone, QualityIndicator: everyone },
};
