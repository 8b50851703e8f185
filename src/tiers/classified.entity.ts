import { InterfaceType } from 'type-graphql';
import { ChoiceColumn, OptionalKeyColumn } from '../api/columns';
import { Node, TieredRow } from '../store/row';
import { Visibility } from './visibility.enums';

/** What people give a tier to; all that hangs on it inherits the tier. */
@InterfaceType('Classified', {
  resolveType: (row: Node) => row.constructor.name,
  implements: TieredRow,
  description: 'Something on the thread that has a tier of its own, which all that hangs on it inherits.',
})
export abstract class ClassifiedRow extends TieredRow {
  @ChoiceColumn(() => Visibility, 'Its own tier. What is above it may be stricter: see effectiveVisibility.')
  visibility!: Visibility;

  @OptionalKeyColumn()
  restrictedGroupId!: string | null;
}
