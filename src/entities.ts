import { Action } from './actions/action.entity';
import {
  ActionChangeIdea,
  ActionDependency,
  ActionFinding,
  ActionMeasure,
  ActionRecommendation,
} from './actions/actionLinks.entity';
import { Contribution, DueDateChange, EvidenceItem, Milestone, ProgressUpdate, SignOff } from './actions/actionRecord.entity';
import { FindingAssurance } from './actions/findingAssurance.entity';
import { LegendColour, RatingLegend } from './actions/ratingLegend.entity';
import { RedateRequest } from './actions/redateRequest.entity';
import { Aim } from './aims/aim.entity';
import { ChangeIdea, ChangeIdeaDriver } from './aims/changeIdea.entity';
import { Driver, DriverLink } from './aims/driver.entity';
import { ProgressAssessment } from './aims/progressAssessment.entity';
import { TheoryLink, TheoryPart, TheoryVersion } from './aims/theory.entity';
import { Agency } from './committees/agency.entity';
import { Committee } from './committees/committee.entity';
import { CommitteeSettings } from './committees/committeeSettings.entity';
import { CommitteeAgency, CommitteeCouncilArea } from './committees/committeeLinks.entity';
import { PdsaCycle } from './cycles/cycle.entity';
import { CycleMeasure, CyclePredecessor } from './cycles/cycleLinks.entity';
import { PdsaQuestion, PdsaTask, PlannedData, Prediction } from './cycles/cyclePlan.entity';
import { CycleAddendum, Observation, PredictionComparison } from './cycles/cycleRecord.entity';
import { PlanSeal } from './cycles/planSeal.entity';
import { PdsaRamp } from './cycles/ramp.entity';
import { AgendaItem } from './decisions/agendaItem.entity';
import { Escalation, MeetingDecision } from './decisions/meetingDecision.entity';
import { Finding, FindingIndicator, FindingTheme } from './findings/finding.entity';
import { ChainHead, Event, EventChangeRow, EventSubject } from './history/event.entity';
import { DataPoint } from './measures/dataPoint.entity';
import { DataPointRevision } from './measures/dataPointRevision.entity';
import { ChartMark } from './measures/chartMark.entity';
import { Measure } from './measures/measure.entity';
import { MeasureDefinition } from './measures/measureDefinition.entity';
import { Member } from './members/member.entity';
import { MemberIdentity } from './members/memberIdentity.entity';
import { PracticeSharing } from './members/practiceSharing.entity';
import { ServiceAccount } from './members/serviceAccount.entity';
import { ServiceKey, ServiceKeyUse } from './members/serviceKey.entity';
import { Attendance, Meeting, Subgroup } from './meetings/meeting.entity';
import { Pack, PackText } from './packs/pack.entity';
import { Outcome, Plan, PlanDecision } from './plans/plan.entity';
import { ErasedChange, ErasedText, Erasure } from './privacy/erasure.entity';
import { Quarantine, WithheldText } from './privacy/quarantine.entity';
import { TextCheck } from './privacy/textCheck.entity';
import { Recommendation, RecommendationFinding } from './recommendations/recommendation.entity';
import { Disposal } from './retention/disposal.entity';
import { LegalHold } from './retention/legalHold.entity';
import { RetentionRule } from './retention/retentionRule.entity';
import { AgencyType } from './reference/agencyType.entity';
import { CouncilArea } from './reference/councilArea.entity';
import { HealthBoard } from './reference/healthBoard.entity';
import { QualityFramework } from './reference/qualityFramework.entity';
import { QualityIndicator } from './reference/qualityIndicator.entity';
import { Theme } from './reference/theme.entity';
import { AgencyAction } from './sharing/agencyAction.entity';
import { SharingAgreement } from './sharing/sharingAgreement.entity';
import { SharingUse } from './sharing/sharingUse.entity';
import { RestrictedGroup, RestrictedGroupMember } from './tiers/restrictedGroup.entity';
import { RestrictedRead } from './tiers/restrictedRead.entity';
import { Evaluation } from './sources/evaluation.entity';
import { LearningSource } from './sources/learningSource.entity';
import { AuditFacts, ConsultationFacts, InspectionFacts, ReviewFacts } from './sources/sourceFacts.entity';
import { IdeaUptake } from './spread/ideaUptake.entity';
import { SharedIdea } from './spread/sharedIdea.entity';
import { Publication } from './summary/publication.entity';

/** Every table that is mapped, in the order in which they depend on each other. */
export const entities = [
  ...[HealthBoard, CouncilArea, AgencyType, Theme, QualityFramework, QualityIndicator],
  ...[Committee, CommitteeCouncilArea, Agency, CommitteeAgency, CommitteeSettings, Member, MemberIdentity, PracticeSharing],
  ...[ServiceAccount, ServiceKey, ServiceKeyUse],
  ...[ChainHead, Event, EventChangeRow, EventSubject],
  ...[RestrictedGroup, RestrictedGroupMember, RestrictedRead],
  ...[TextCheck, Erasure, ErasedText, ErasedChange, Quarantine, WithheldText],
  ...[Subgroup, Meeting, Attendance],
  ...[Plan, Outcome, PlanDecision],
  ...[Aim, Driver, DriverLink, ChangeIdea, ChangeIdeaDriver, TheoryVersion, TheoryPart, TheoryLink, ProgressAssessment],
  ...[Measure, MeasureDefinition, DataPoint, DataPointRevision, ChartMark],
  ...[LearningSource, ReviewFacts, InspectionFacts, AuditFacts, ConsultationFacts, Evaluation],
  ...[Finding, FindingTheme, FindingIndicator],
  ...[Recommendation, RecommendationFinding],
  ...[Action, ActionFinding, ActionRecommendation, ActionMeasure, ActionChangeIdea, ActionDependency],
  ...[Contribution, Milestone, ProgressUpdate, EvidenceItem, DueDateChange, SignOff, FindingAssurance, RedateRequest],
  ...[RatingLegend, LegendColour],
  ...[PdsaRamp, PdsaCycle, CyclePredecessor, CycleMeasure, PdsaQuestion, Prediction, PdsaTask, PlannedData],
  ...[PlanSeal, Observation, PredictionComparison, CycleAddendum],
  ...[SharedIdea, IdeaUptake],
  ...[SharingAgreement, SharingUse, AgencyAction],
  Publication,
  ...[RetentionRule, LegalHold, Disposal],
  ...[MeetingDecision, Escalation, AgendaItem, Pack, PackText],
];
