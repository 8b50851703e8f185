import { Ctx, Extensions, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Aim } from '../aims/aim.entity';
import { Context } from '../api/context';
import { Measure } from './measure.entity';
import { MeasureKind } from './measure.enums';
import { missingKinds, missingKindSentences } from './measureFamily.rules';

@ObjectType({ description: 'A kind of measure that an aim lacks.' })
export class MissingMeasureKind {
  @Field(() => MeasureKind, { description: 'The kind.' })
  kind!: MeasureKind;

  @Field({ description: 'What cannot be seen without it.' })
  sentence!: string;
}

@Resolver(() => Aim)
export class MeasureFamilyField {
  @Extensions({ listSize: 2 })
  @FieldResolver(() => [MissingMeasureKind], {
    description: 'The kinds of measure its family lacks, retired measures not counted.',
  })
  async missingMeasureKinds(@Root() aim: Aim, @Ctx() ctx: Context): Promise<MissingMeasureKind[]> {
    const measures = await ctx.store.children(Measure, 'aimId', aim.id);
    const kinds = measures.filter(({ status }) => status !== 'RETIRED').map(({ kind }) => kind);
    return missingKinds(kinds).map((kind) => ({ kind, sentence: missingKindSentences[kind] }));
  }
}
