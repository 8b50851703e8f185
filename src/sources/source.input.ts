import { Max, Min } from 'class-validator';
import { InputType } from 'type-graphql';
import {
  ChangeInput,
  ChoiceInput,
  CountInput,
  LineInput,
  OptionalChoiceInput,
  OptionalCountInput,
  OptionalDayInput,
  OptionalFlagInput,
  OptionalIdInput,
  OptionalLineInput,
  OptionalReferenceInput,
  OptionalNarrativeInput,
  OptionalPartInput,
  OptionalPartsInput,
  OptionalWebAddressInput,
  OptionalYearInput,
} from '../api/inputFields';
import { ClassifiedInput } from '../tiers/classify.input';
import { ConsultationMethod, Marking, ReviewDecision, ReviewMethodology, SourceKind, SourceStatus } from './source.enums';

@InputType({ description: 'What is particular to a review of a case.' })
export class ReviewFactsInput {
  @OptionalChoiceInput(() => ReviewMethodology, 'How it was carried out.')
  methodology?: ReviewMethodology | null;

  @OptionalChoiceInput(() => ReviewDecision, 'What the committee decided on the notification.')
  decision?: ReviewDecision | null;

  @OptionalNarrativeInput('Why it decided so.')
  decisionReason?: string | null;

  @OptionalYearInput('The year of the decision.')
  decisionYear?: number | null;

  @OptionalYearInput('The year of the events under review; no closer date may be given.')
  subjectYear?: number | null;

  @OptionalDayInput('When the review is due.')
  targetOn?: string | null;

  @OptionalLineInput('The rule the target date follows.')
  timescaleRule?: string | null;

  @OptionalDayInput('When the Care Inspectorate was told of the decision.')
  decisionNotifiedOn?: string | null;

  @OptionalDayInput('When the Care Inspectorate was sent the anonymised report.')
  reportNotifiedOn?: string | null;
}

@InputType({ description: 'A grade that an inspection gave.' })
export class EvaluationInput {
  @OptionalIdInput('The quality indicator that was graded.')
  indicatorId?: string | null;

  @OptionalLineInput('The heading as published, where no single indicator was named.')
  heading?: string | null;

  @Min(1, { message: 'must be from 1 to 6' })
  @Max(6, { message: 'must be from 1 to 6' })
  @CountInput('From 6 (excellent) to 1 (unsatisfactory).')
  grade!: number;

  @LineInput('The grade’s word as published, for example "Adequate".')
  gradeLabel!: string;

  @OptionalCountInput('How many indicators got this grade, where the report gives only counts; 1 when not given.')
  indicatorCount?: number | null;
}

@InputType({ description: 'What is particular to an inspection.' })
export class InspectionFactsInput {
  @LineInput('The inspecting body, or the body that led.')
  body!: string;

  @OptionalLineInput('The inspection programme.')
  programme?: string | null;

  @OptionalIdInput('The version of the quality framework it used.')
  frameworkId?: string | null;

  @OptionalPartsInput(() => EvaluationInput, 'The grades given, only for what was graded.')
  evaluations?: EvaluationInput[] | null;
}

@InputType({ description: 'What is particular to an audit or self-evaluation.' })
export class AuditFactsInput {
  @LineInput('The standard that practice was held against.')
  standard!: string;

  @CountInput('How many records or cases were looked at.')
  sampleSize!: number;

  @OptionalCountInput('How many of them met the standard.')
  compliantCount?: number | null;
}

@InputType({ description: 'What is particular to feedback and surveys.' })
export class ConsultationFactsInput {
  @ChoiceInput(() => ConsultationMethod, 'How people were asked.')
  method!: ConsultationMethod;

  @CountInput('How many people answered.')
  respondents!: number;

  @OptionalCountInput('How many people were asked.')
  invited?: number | null;

  @OptionalLineInput('Which group of people was asked, in general words.')
  population?: string | null;
}

@InputType({ description: 'A source of learning to record.' })
export class RecordLearningSourceInput extends ClassifiedInput {
  @OptionalReferenceInput('Your reference; made up when not given, for example LR-2026-01.')
  ref?: string | null;

  @ChoiceInput(() => SourceKind, 'What kind of source it is.')
  kind!: SourceKind;

  @LineInput('Title, without anything that points at a child or family.')
  title!: string;

  @OptionalFlagInput('For a review of a case: true when the report is already there, so that it enters at REPORTED.')
  isReported?: boolean | null;

  @OptionalLineInput('Who carried it out or published it.')
  publisher?: string | null;

  @OptionalLineInput('The period it looks at, as published.')
  periodCovered?: string | null;

  @OptionalYearInput('The year it was published or reported.')
  publishedYear?: number | null;

  @OptionalDayInput('The day it was published; not for reviews of cases, which are dated by year only.')
  publishedOn?: string | null;

  @OptionalChoiceInput(() => Marking, 'How it must be handled; unpublished reviews of cases default to OFFICIAL_SENSITIVE.')
  marking?: Marking | null;

  @OptionalWebAddressInput('Where the published report is.')
  url?: string | null;

  @OptionalNarrativeInput('The licence and attribution of published material.')
  attribution?: string | null;

  @OptionalPartInput(() => ReviewFactsInput, 'Only for reviews of cases.')
  review?: ReviewFactsInput | null;

  @OptionalPartInput(() => InspectionFactsInput, 'Only for inspections.')
  inspection?: InspectionFactsInput | null;

  @OptionalPartInput(() => AuditFactsInput, 'Only for audits, self-evaluations and process reviews.')
  audit?: AuditFactsInput | null;

  @OptionalPartInput(() => ConsultationFactsInput, 'Only for feedback and surveys.')
  consultation?: ConsultationFactsInput | null;
}

@InputType({ description: 'The next step of a source.' })
export class TakeSourceStepInput extends ChangeInput {
  @ChoiceInput(() => SourceStatus, 'The state it comes into.')
  to!: SourceStatus;

  @OptionalNarrativeInput('Why; needed to hold, not to proceed, to review otherwise and not to publish.')
  reason?: string | null;
}
