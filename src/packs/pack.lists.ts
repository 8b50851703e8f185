import { InputType } from 'type-graphql';
import { OptionalIdsInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded, byRequiredWhole } from '../api/orders';
import { anyIdOf } from '../store/conditions';
import { Pack } from './pack.entity';

@InputType({ description: 'Which packs.' })
export class PackFilter {
  @OptionalIdsInput('Only of these meetings.')
  meetingIds?: string[] | null;
}

export const packs = listing(Pack, {
  filter: PackFilter,
  where: { meetingIds: anyIdOf('meeting_id') },
  orders: { NUMBER: byRequiredWhole('number', 'As they were sealed.'), RECORDED_AT: byRecorded },
});
