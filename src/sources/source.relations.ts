import { relation, rootList, toFew, toOne, toOneBack } from '../api/relations';
import { QualityFramework } from '../reference/qualityFramework.entity';
import { QualityIndicator } from '../reference/qualityIndicator.entity';
import { Evaluation } from './evaluation.entity';
import { LearningSource } from './learningSource.entity';
import { learningSources } from './source.lists';
import { sourceCountRelations } from './sourceCounts.relations';
import { AuditFacts, ConsultationFacts, InspectionFacts, ReviewFacts } from './sourceFacts.entity';

export const sourceRelations = [
  rootList(
    'learningSources',
    learningSources,
    'The reviews, inspections, audits, surveys and other sources your committee learns from.',
  ),
  relation(LearningSource, 'review', toOneBack(ReviewFacts, 'sourceId', 'What is particular to a review of a case.')),
  relation(LearningSource, 'inspection', toOneBack(InspectionFacts, 'sourceId', 'What is particular to an inspection.')),
  relation(LearningSource, 'audit', toOneBack(AuditFacts, 'sourceId', 'What is particular to an audit or self-evaluation.')),
  relation(
    LearningSource,
    'consultation',
    toOneBack(ConsultationFacts, 'sourceId', 'What is particular to feedback and surveys.'),
  ),
  relation(LearningSource, 'evaluations', toFew(Evaluation, 'sourceId', ['grade', 'heading'], 'The grades an inspection gave.')),
  relation(
    InspectionFacts,
    'framework',
    toOne(() => QualityFramework, 'frameworkId', 'The framework version it used.', 'nullable'),
  ),
  relation(
    Evaluation,
    'indicator',
    toOne(() => QualityIndicator, 'indicatorId', 'The indicator that was graded.', 'nullable'),
  ),
  relation(
    Evaluation,
    'source',
    toOne(() => LearningSource, 'sourceId', 'The inspection that gave the grade.'),
  ),
  ...sourceCountRelations,
];
