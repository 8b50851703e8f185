import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { ChoiceColumn, FlagColumn, WholeColumn } from '../api/columns';
import { CommitteeRow } from '../store/row';
import { ProtectableRole } from './committee.enums';
import { Confirmation, IdentifierKind } from './textGuard.enums';

@ObjectType({ implements: CommitteeRow, description: 'What a committee has agreed about how it works here.' })
@Entity('committee_settings')
export class CommitteeSettings extends CommitteeRow {
  @WholeColumn('For how many months an improvement has to hold after an action is signed off, before it counts as sustained.')
  sustainMonths!: number;

  @WholeColumn('How many smaller tests are to come before a change goes to the whole system; with fewer, the reason is recorded.')
  ladderTests!: number;

  @WholeColumn('Within how many days a next cycle is to be planned after a decision to adapt.')
  adaptDays!: number;

  @WholeColumn('Within how many days of its first test a ramp is to have data.')
  dataDays!: number;

  @FlagColumn('Whether what the method asks for before each stage of a cycle is binding here. Otherwise it is advice.')
  guardsBind!: boolean;

  @FlagColumn(
    'Whether the chairs of subgroups decide on actions here between meetings, as the chair does: they approve, re-date and stop them. What a subgroup decides at its meetings, such as signing off, is delegated to the subgroup.',
  )
  subgroupsDecide!: boolean;

  @WholeColumn('The smallest count that readers below analyst are shown: 5 hides 1 to 4. See docs/disclosure.md.')
  smallestCountShown!: number;

  @Field(() => [ProtectableRole], { description: 'The committee’s own roles that count as readers below analyst here.' })
  @Column('text', { array: true })
  protectedRoles!: ProtectableRole[];

  @ChoiceColumn(() => Confirmation, 'When an author is asked to confirm that a text holds no personal data.')
  asksConfirmation!: Confirmation;

  /** Shown as textGuard. What is not named here is refused. */
  @Column('text', { array: true })
  warnedIdentifiers!: IdentifierKind[];
}
