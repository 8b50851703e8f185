import { ObjectType } from 'type-graphql';
import { Entity, PrimaryColumn } from 'typeorm';
import { ChoiceColumn, NarrativeColumn, OptionalChoiceColumn, OptionalTextColumn, TextColumn } from '../api/columns';
import { LinkRow } from '../store/row';
import { ClassifiedRow } from '../tiers/classified.entity';
import { ChangeIdeaStatus, DegreeOfBelief } from './changeIdea.enums';

@ObjectType({
  implements: ClassifiedRow,
  description: 'A specific idea for a change that can be tested. It serves one or more drivers.',
})
@Entity('change_idea')
export class ChangeIdea extends ClassifiedRow {
  @TextColumn('The committee’s reference, for example CI-2026-01.')
  ref!: string;

  @NarrativeColumn('What would be done differently.')
  statement!: string | null;

  @ChoiceColumn(() => ChangeIdeaStatus, 'How far it has come.')
  status!: ChangeIdeaStatus;

  @OptionalTextColumn('Why it is in this state, where the state needs a reason; for a sustained one, how its measure has held.')
  statusReason!: string | null;

  @OptionalChoiceColumn(() => DegreeOfBelief, 'How confident people are that it leads to improvement.')
  degreeOfBelief!: DegreeOfBelief | null;

  @OptionalTextColumn('What was learnt from it; kept when it is abandoned.')
  learning!: string | null;
}

@Entity('change_idea_driver')
export class ChangeIdeaDriver extends LinkRow {
  @PrimaryColumn('uuid')
  changeIdeaId!: string;

  @PrimaryColumn('uuid')
  driverId!: string;
}
