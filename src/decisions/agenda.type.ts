import { Field, Int, ObjectType } from 'type-graphql';
import { Disclosure } from '../api/disclosure.type';
import { LocalDateScalar } from '../api/scalars';
import { AgendaKind } from './agenda.enums';
import { AgendaItem, type OnAgenda } from './agendaItem.entity';

@ObjectType({ description: 'Something on an agenda, and why.' })
export class AgendaEntry {
  @Field(() => AgendaKind, { description: 'Why it is on the agenda.' })
  kind!: AgendaKind;

  @Field(() => String, { nullable: true, description: 'The same in words. Null where it is withheld from you.' })
  why!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Since when.' })
  sinceOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version it has now, or had when the meeting was held; decide on this version.',
  })
  subjectVersion!: number | null;

  @Field(() => AgendaItem, { nullable: true, description: 'The item as it is kept; null for what is worked out today.' })
  item!: AgendaItem | null;

  /** Name what it is about and the meeting; shown as the fields `subject`, `decisions` and `deferredTo`. */
  subject!: OnAgenda | null;
  meetingId!: string;
}

@ObjectType({ description: 'How many items an agenda has of a kind.' })
export class AgendaCount {
  @Field(() => AgendaKind, { description: 'The kind.' })
  kind!: AgendaKind;

  @Field(() => Int, {
    nullable: true,
    description: 'How many; null where `countDisclosure` says that it is not shown to you.',
  })
  count!: number | null;

  @Field(() => Disclosure, { description: 'Whether you are shown count.' })
  countDisclosure!: Disclosure;
}

@ObjectType({ description: 'The agenda of a meeting, by exception.' })
export class Agenda {
  @Field({
    description:
      'True once the meeting was recorded as held: the agenda stays as it was then. False while it shows what stands today.',
  })
  isKept!: boolean;

  @Field(() => Date, {
    nullable: true,
    description:
      'The moment it was kept, when the meeting was recorded as held, which may be after the day it met; null while it shows what stands today.',
  })
  keptAt!: Date | null;

  @Field(() => [AgendaCount], { description: 'How many items it has of each kind there is.' })
  counts!: AgendaCount[];

  /** Shown as the field `entries`, of all kinds or of some. */
  all!: AgendaEntry[];
}
