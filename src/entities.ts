import { Agency } from './committees/agency.entity';
import { Committee } from './committees/committee.entity';
import { CommitteeAgency, CommitteeCouncilArea } from './committees/committeeLinks.entity';
import { Finding, FindingIndicator, FindingTheme } from './findings/finding.entity';
import { Member } from './members/member.entity';
import { ServiceAccount } from './members/serviceAccount.entity';
import { AgencyType } from './reference/agencyType.entity';
import { CouncilArea } from './reference/councilArea.entity';
import { HealthBoard } from './reference/healthBoard.entity';
import { QualityFramework } from './reference/qualityFramework.entity';
import { QualityIndicator } from './reference/qualityIndicator.entity';
import { Theme } from './reference/theme.entity';
import { Evaluation } from './sources/evaluation.entity';
import { LearningSource } from './sources/learningSource.entity';
import { AuditFacts, ConsultationFacts, InspectionFacts, ReviewFacts } from './sources/sourceFacts.entity';

/** Every table that is mapped, in the order in which they depend on each other. */
export const entities = [
  ...[HealthBoard, CouncilArea, AgencyType, Theme, QualityFramework, QualityIndicator],
  ...[Committee, CommitteeCouncilArea, Agency, CommitteeAgency, Member, ServiceAccount],
  ...[LearningSource, ReviewFacts, InspectionFacts, AuditFacts, ConsultationFacts, Evaluation],
  ...[Finding, FindingTheme, FindingIndicator],
];
