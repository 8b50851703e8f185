import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../api/context';
import { Disclosure, disclosure } from '../api/disclosure.type';
import { countsHiddenBecause } from '../api/protectedNumbers';
import { Finding } from '../findings/finding.entity';
import { LearningSource } from '../sources/learningSource.entity';
import type { RowReads } from '../store/rowReads';
import { Action } from './action.entity';
import { actionsOfFinding } from './actionLinks.entity';
import { responseMix, responseSentence } from './responseStrength.rules';
import { SourceResponse } from './responseStrength.type';

@Resolver(() => LearningSource)
export class SourceResponseField {
  @FieldResolver(() => SourceResponse, {
    nullable: true,
    description:
      'How strong the response to its findings is. Null where it is not shown to you, which `responseDisclosure` says.',
  })
  async response(@Root() source: LearningSource, @Ctx() ctx: Context): Promise<SourceResponse | null> {
    return (await countsHiddenBecause(ctx)) === null ? responseTo(source, ctx.store) : null;
  }

  @FieldResolver(() => Disclosure, { description: 'Whether you are shown its response.' })
  async responseDisclosure(@Ctx() ctx: Context): Promise<Disclosure> {
    return disclosure(await countsHiddenBecause(ctx));
  }
}

async function responseTo({ id }: LearningSource, reads: RowReads): Promise<SourceResponse> {
  const findings = await reads.children(Finding, 'sourceId', id);
  const found = await Promise.all(findings.map((finding) => reads.linked(Action, actionsOfFinding, finding.id, ['ref'])));
  const mix = responseMix([...new Map(found.flat().map((action) => [action.id, action])).values()]);
  const { PERSON_DEPENDENT: personDependent, INTERMEDIATE: intermediate, SYSTEM: system } = mix.byStrength;
  const { live, proposed, givenUp, byChangeType } = mix;
  return {
    ...{ live, proposed, givenUp, personDependent, intermediate, system },
    byChangeType: [...byChangeType],
    sentence: responseSentence(mix),
  };
}
