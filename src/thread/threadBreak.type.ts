import { Field, ID, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../api/scalars';
import { toGlobalId } from '../kernel/globalId';
import type { LocalDate } from '../kernel/localDate';
import { LinkRow, type Derivation } from '../store/row';
import { actionBreaks } from './actionBreaks.rules';
import { threadFacts } from './answering.rules';
import { selectBreaks, type BreakCondition, type BrokenType } from './breakCondition.rules';
import { ThreadBreakKind } from './breakKind.enums';
import { breakSentence, nextStepOf } from './breakWords.rules';
import { derivedId } from './breakSql.rules';
import { findingBreaks } from './findingBreaks.rules';
import { measureBreaks } from './measureBreaks.rules';
import { testBreaks } from './testBreaks.rules';

/** Every kind has its one condition, or this does not compile. */
const conditionsOn = (today: LocalDate): Readonly<Record<ThreadBreakKind, BreakCondition>> => ({
  ...findingBreaks,
  ...actionBreaks,
  ...testBreaks(today),
  ...measureBreaks(today),
});

const kinds = Object.keys(ThreadBreakKind) as ThreadBreakKind[];

function breaksOn(today: LocalDate, wanted = kinds): Derivation {
  const conditions = conditionsOn(today);
  const selects = wanted.map((kind) => selectBreaks(kind, kinds.indexOf(kind), conditions[kind]));
  const id = derivedId('b.kind', 'b.row_id::text');
  const sql = `select ${id} as id, b.* from (with recursive ${threadFacts} ${selects.join(' union all ')}) b`;
  return { sql, properties: ['id', 'committeeId', 'kind', 'place', 'rowType', 'rowId', 'ref', 'sinceOn'] };
}

@ObjectType({
  description: 'A place where the golden thread is broken. Worked out from the record; nobody can set it or wave it away.',
})
export class ThreadBreak {
  /** A uuid that follows from the kind and the row. */
  id!: string;

  committeeId!: string;

  @Field(() => ID, { name: 'id', description: 'Opaque; the same as long as this break lasts. It is no id for node(id).' })
  get globalId(): string {
    return toGlobalId('ThreadBreak', this.id);
  }

  @Field(() => ThreadBreakKind, { description: 'What is broken.' })
  kind!: ThreadBreakKind;

  /** Its place in the order of the thread. */
  place!: number;

  rowType!: BrokenType;
  rowId!: string;

  @Field({ description: 'The reference of what is broken; for a cycle, that of its change idea.' })
  ref!: string;

  @Field(() => LocalDateScalar, { description: 'The day since when, as far as the record tells.' })
  sinceOn!: LocalDate;

  @Field({ description: 'What would mend it, as a sentence.' })
  get nextStep(): string {
    return nextStepOf(this.kind);
  }

  @Field({ description: 'What is broken and since when, as a sentence.' })
  get sentence(): string {
    return breakSentence(this.kind, `${typesInWords[this.rowType]} ${this.ref}`, this.sinceOn);
  }

  static visibleTo(alias: string, committee: string): string {
    return LinkRow.visibleTo(alias, committee);
  }

  static derived(today: LocalDate): Derivation {
    return breaksOn(today);
  }
}

/** Those at findings that wait for a response or whose response came to nothing; the database plans for these alone. */
export class ResponseBreak extends ThreadBreak {
  static override derived(today: LocalDate): Derivation {
    return breaksOn(today, ['FINDING_WITHOUT_RESPONSE', 'RESPONSE_WITHOUT_LIVE_ACTION']);
  }
}

const typesInWords: Readonly<Record<BrokenType, string>> = {
  Finding: 'Finding',
  Recommendation: 'Recommendation',
  Action: 'Action',
  ChangeIdea: 'Change idea',
  PdsaCycle: 'A cycle of change idea',
  Aim: 'Aim',
  Measure: 'Measure',
};
