import { relation, rootList, toMany, toOne } from '../api/relations';
import { Agency } from '../committees/agency.entity';
import { Finding } from '../findings/finding.entity';
import { findings } from '../findings/finding.lists';
import { LearningSource } from '../sources/learningSource.entity';
import { Recommendation, RecommendationFinding } from './recommendation.entity';
import { recommendations } from './recommendation.lists';

const findingsOf = { through: RecommendationFinding, parent: 'recommendationId', child: 'findingId' };
const recommendationsOf = { through: RecommendationFinding, parent: 'findingId', child: 'recommendationId' };

export const recommendationRelations = [
  rootList('recommendations', recommendations, 'What your committee’s sources recommend.'),
  relation(
    Recommendation,
    'source',
    toOne(() => LearningSource, 'sourceId', 'The source that makes it.'),
  ),
  relation(
    Recommendation,
    'addresseeAgency',
    toOne(() => Agency, 'addresseeAgencyId', 'The agency it is addressed to, when it is for that one alone.', 'nullable'),
  ),
  relation(Recommendation, 'findings', toMany(findings, findingsOf, 'The findings it answers.')),
  relation(
    Finding,
    'recommendations',
    toMany(recommendations, recommendationsOf, 'The recommendations that answer it; there may be none.'),
  ),
  relation(LearningSource, 'recommendations', toMany(recommendations, { by: 'sourceId' }, 'What it recommends.')),
];
