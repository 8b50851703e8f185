import { Field, Int, ObjectType } from 'type-graphql';
import { ThreadBreakKind } from './breakKind.enums';

@ObjectType({ description: 'How often the thread is broken in one way.' })
export class ThreadBreakCount {
  @Field(() => ThreadBreakKind, { description: 'What is broken.' })
  kind!: ThreadBreakKind;

  @Field(() => Int, { description: 'How many there are; 0 says that someone looked and there is none.' })
  count!: number;
}

@ObjectType({ description: 'How many breaks lead back to one source.' })
export class SourceBreakCount {
  /** Names the source; shown as the field `source`. */
  sourceId!: string | null;

  @Field(() => Int, { description: 'Its breaks, of all kinds together.' })
  count!: number;
}

@ObjectType({ description: 'The breaks of the golden thread, counted. The same conditions make the list threadBreaks.' })
export class ThreadAudit {
  @Field(() => Int, { description: 'All breaks, each counted once.' })
  total!: number;

  @Field(() => [ThreadBreakCount], { description: 'By kind, in the order of the thread; every kind is there.' })
  kinds!: ThreadBreakCount[];

  @Field(() => [SourceBreakCount], {
    description: 'By the source they lead back to, the most breaks first; what leads back to several is counted with each.',
  })
  sources!: SourceBreakCount[];
}
