import { ObjectType } from 'type-graphql';
import { Entity } from 'typeorm';
import { ChoiceColumn, KeyColumn, TextColumn, WholeColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';
import { BlueFrom, RatingColour } from './rating.enums';

@ObjectType({
  implements: CommitteeRow,
  description: 'What the colours of a rating mean to a committee, and from which numbers the rating is worked out.',
})
@Entity('rating_legend')
export class RatingLegend extends CommitteeRow {
  @ChoiceColumn(() => BlueFrom, 'From which state on an action is BLUE.')
  blueFrom!: BlueFrom;

  @WholeColumn('So many days before its date an action that is not started, or quiet, is AMBER.')
  amberDays!: number;

  @WholeColumn('After so many days without a report, a milestone or evidence an action counts as quiet.')
  quietDays!: number;

  @WholeColumn('So many days after its date an action is AMBER before it is RED.')
  graceDays!: number;
}

@ObjectType({ implements: CommitteeRow, description: 'A colour of a committee’s legend in its own words.' })
@Entity('rating_colour')
export class LegendColour extends CommitteeRow {
  @KeyColumn()
  legendId!: string;

  @ChoiceColumn(() => RatingColour, 'The colour.')
  colour!: RatingColour;

  @TextColumn('What to write beside the colour.')
  label!: string;

  @TextColumn('What it means here.')
  meaning!: string;
}
