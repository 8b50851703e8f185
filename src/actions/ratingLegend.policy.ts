import { may, type Permissions } from '../access/policy';
import type { RatingLegend } from './ratingLegend.entity';

/** As everything that a committee agrees about how it works. */
export const ratingLegendPolicy = {
  agreeRatingLegend: may(['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER']),
} satisfies Permissions<RatingLegend>;
