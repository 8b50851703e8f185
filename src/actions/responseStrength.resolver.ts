import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { Finding } from '../findings/finding.entity';
import { LearningSource } from '../sources/learningSource.entity';
import { Action } from './action.entity';
import { actionsOfFinding } from './actionLinks.entity';
import { responseMix, responseSentence } from './responseStrength.rules';
import { SourceResponse } from './responseStrength.type';

@Resolver(() => LearningSource)
export class SourceResponseField {
  @FieldResolver(() => SourceResponse, { description: 'How strong the response to its findings is.' })
  async response(@Root() { id }: LearningSource, @Ctx() { store }: Context): Promise<SourceResponse> {
    const findings = await store.children(Finding, 'sourceId', id);
    const found = await Promise.all(findings.map((finding) => store.linked(Action, actionsOfFinding, finding.id, ['ref'])));
    const actions = [...new Map(found.flat().map((action) => [action.id, action])).values()];
    const mix = responseMix(actions);
    const { PERSON_DEPENDENT: personDependent, INTERMEDIATE: intermediate, SYSTEM: system } = mix.byStrength;
    const { live, givenUp, byChangeType } = mix;
    return {
      live,
      givenUp,
      personDependent,
      intermediate,
      system,
      byChangeType: [...byChangeType],
      sentence: responseSentence(mix),
    };
  }
}
