import { ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import {
  ChoiceColumn,
  KeyColumn,
  NarrativeColumn,
  OptionalChoiceColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalProtectedWholeColumn,
  OptionalTextColumn,
  OptionalWholeColumn,
  ProtectedWholeColumn,
} from '../api/columns';
import { TieredRow } from '../store/row';
import { ConsultationMethod, ReviewDecision, ReviewMethodology, type SourceKind } from './source.enums';

/*
 * The facts that only some kinds of source have. The kind is stored with them, so that the database can tie each to a
 * source of the right kind.
 */
@ObjectType({ implements: TieredRow, description: 'What is particular to a review of a case. Dates are kept by year only.' })
@Entity('review_facts')
export class ReviewFacts extends TieredRow {
  @KeyColumn()
  sourceId!: string;

  @Column('text')
  sourceKind!: SourceKind;

  @OptionalChoiceColumn(() => ReviewMethodology, 'How it was carried out.')
  methodology!: ReviewMethodology | null;

  @OptionalChoiceColumn(() => ReviewDecision, 'What the committee decided on the notification.')
  decision!: ReviewDecision | null;

  @OptionalTextColumn('Why it decided so.')
  decisionReason!: string | null;

  @OptionalWholeColumn('The year of the decision.')
  decisionYear!: number | null;

  @OptionalWholeColumn('The year of the events under review; no closer date is kept.')
  subjectYear!: number | null;

  @OptionalDayColumn('When the review is due, by the rule beside it.')
  targetOn!: string | null;

  @OptionalTextColumn('The rule the target date follows; rules change, so it is written down here.')
  timescaleRule!: string | null;

  @OptionalDayColumn('When the Care Inspectorate was told of the decision.')
  decisionNotifiedOn!: string | null;

  @OptionalDayColumn('When the Care Inspectorate was sent the anonymised report.')
  reportNotifiedOn!: string | null;
}

@ObjectType({ implements: TieredRow, description: 'What is particular to an inspection.' })
@Entity('inspection_facts')
export class InspectionFacts extends TieredRow {
  @KeyColumn()
  sourceId!: string;

  @Column('text')
  sourceKind!: SourceKind;

  @NarrativeColumn('The inspecting body, or the body that led a joint inspection.')
  body!: string | null;

  @OptionalTextColumn('The inspection programme, for example "children at risk of harm".')
  programme!: string | null;

  @OptionalKeyColumn()
  frameworkId!: string | null;
}

@ObjectType({ implements: TieredRow, description: 'What is particular to an audit or self-evaluation.' })
@Entity('audit_facts')
export class AuditFacts extends TieredRow {
  @KeyColumn()
  sourceId!: string;

  @Column('text')
  sourceKind!: SourceKind;

  @NarrativeColumn('The standard that practice was held against.')
  standard!: string | null;

  @ProtectedWholeColumn()
  sampleSize!: number;

  @OptionalProtectedWholeColumn()
  compliantCount!: number | null;
}

@ObjectType({ implements: TieredRow, description: 'What is particular to feedback and surveys.' })
@Entity('consultation_facts')
export class ConsultationFacts extends TieredRow {
  @KeyColumn()
  sourceId!: string;

  @Column('text')
  sourceKind!: SourceKind;

  @ChoiceColumn(() => ConsultationMethod, 'How people were asked.')
  method!: ConsultationMethod;

  @ProtectedWholeColumn()
  respondents!: number;

  @OptionalProtectedWholeColumn()
  invited!: number | null;

  @OptionalTextColumn('Which group of people was asked, in general words.')
  population!: string | null;
}
