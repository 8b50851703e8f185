import { InputType } from 'type-graphql';
import { ChangeInput, IdInput, IdsInput, NarrativeInput, OptionalChoiceInput, OptionalReferenceInput } from '../api/inputFields';
import { ClassifiedInput } from '../tiers/classify.input';
import { DegreeOfBelief } from './changeIdea.enums';

@InputType({ description: 'A change idea to propose.' })
export class ProposeChangeIdeaInput extends ClassifiedInput {
  @IdsInput('The drivers it is to move, at least one.')
  driverIds!: string[];

  @OptionalReferenceInput('Your reference; made up when not given, for example CI-2026-01.')
  ref?: string | null;

  @NarrativeInput('What would be done differently.')
  statement!: string;

  @OptionalChoiceInput(() => DegreeOfBelief, 'How confident you are that it leads to improvement.')
  degreeOfBelief?: DegreeOfBelief | null;
}

@InputType({ description: 'A change idea that serves one more driver.' })
export class ServeDriverInput extends ChangeInput {
  @IdInput('The driver it is to move as well.')
  driverId!: string;
}

@InputType({ description: 'A change idea to move on.' })
export class MoveChangeIdeaInput extends ChangeInput {
  @OptionalChoiceInput(() => DegreeOfBelief, 'How confident you are now; what was said before stays when not given.')
  degreeOfBelief?: DegreeOfBelief | null;
}

@InputType({ description: 'A change idea to give up.' })
export class AbandonChangeIdeaInput extends ChangeInput {
  @NarrativeInput('What was learnt from it.')
  learning!: string;
}

@InputType({ description: 'A change idea that has held.' })
export class SustainChangeIdeaInput extends ChangeInput {
  @NarrativeInput('How its measure has held, and for how long.')
  evidence!: string;
}

@InputType({ description: 'A change idea to take back to testing.' })
export class StepBackChangeIdeaInput extends ChangeInput {
  @NarrativeInput('Why it has to be tested again.')
  reason!: string;
}
