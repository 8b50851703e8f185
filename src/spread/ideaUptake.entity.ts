import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  KeyColumn,
  OptionalChoiceColumn,
  OptionalDayColumn,
  OptionalKeyColumn,
  OptionalTextColumn,
  TextColumn,
  WholeColumn,
} from '../api/columns';
import { TestScale } from '../cycles/cycle.enums';
import { CommitteeRow } from '../store/row';
import { SharedIdea } from './sharedIdea.entity';
import { UptakeState } from './spread.enums';

@ObjectType({
  implements: CommitteeRow,
  description:
    'One area that uses a shared idea, how it adapted it, and what became of it there; the first of a lineage is the area it comes from. The results are worked out from the area’s own PDSA cycles: counts of cycles, never of children.',
})
@Entity('idea_uptake')
export class IdeaUptake extends CommitteeRow {
  @KeyColumn()
  changeIdeaId!: string;

  @KeyColumn()
  sharedIdeaId!: string;

  @OptionalKeyColumn()
  parentUptakeId!: string | null;

  @KeyColumn()
  rootId!: string;

  @WholeColumn('How many steps it stands from the origin, which is 0.')
  generation!: number;

  @TextColumn('The committee that uses it.')
  areaName!: string;

  @OptionalTextColumn('How it was adapted there, for others to read; null while it is used as it was shared.')
  adaptation!: string | null;

  @DayColumn('When it was taken up; for the area it comes from, when it was first shared.')
  takenUpOn!: string;

  @WholeColumn('How many PDSA cycles have tested it there and were closed. Collecting information is no test.')
  cyclesClosed!: number;

  @WholeColumn('How many of them led to adopting it.')
  cyclesAdopted!: number;

  @WholeColumn('How many of them led to adapting it.')
  cyclesAdapted!: number;

  @WholeColumn('How many of them led to abandoning it.')
  cyclesAbandoned!: number;

  @OptionalChoiceColumn(() => TestScale, 'The smallest scale it was tested at there, as far as scales were stated.')
  smallestScale!: TestScale | null;

  @OptionalChoiceColumn(() => TestScale, 'The largest scale it was tested at there, as far as scales were stated.')
  largestScale!: TestScale | null;

  @ChoiceColumn(() => UptakeState, 'What became of it there.')
  state!: UptakeState;

  @OptionalDayColumn(
    'The day that state rests on: when it was taken up; when the first test was decided on, if tried; else when the last one was.',
  )
  sinceOn!: string | null;

  /** Whoever sees the idea that was taken up, or the one that was made of it and shared again, sees what became of it. */
  static override visibleTo(alias: string, committee: string): string {
    const shares = (on: string): string =>
      `exists (select 1 from shared_idea v where ${on} and ${SharedIdea.visibleTo('v', committee)})`;
    const isShared = [`v.id = ${alias}.shared_idea_id`, `v.change_idea_id = ${alias}.change_idea_id`].map(shares).join(' or ');
    return `(${alias}.committee_id = ${committee} or ${isShared})`;
  }
}
