import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalIdsInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byRecorded } from '../api/orders';
import { anyIdOf, anyOf } from '../store/conditions';
import { Erasure } from './erasure.entity';
import { Quarantine } from './quarantine.entity';
import { ErasureGround, QuarantineReason, QuarantineStatus } from './quarantine.enums';

@InputType({ description: 'Which quarantines.' })
export class QuarantineFilter {
  @ChoicesInput(() => QuarantineStatus, 'Only those of which this has become.')
  statuses?: QuarantineStatus[] | null;

  @ChoicesInput(() => QuarantineReason, 'Only for one of these reasons.')
  reasons?: QuarantineReason[] | null;

  @OptionalIdsInput('Only of texts of these: findings, actions or anything else.')
  rowIds?: string[] | null;
}

export const quarantines = listing(Quarantine, {
  filter: QuarantineFilter,
  where: { statuses: anyOf('status'), reasons: anyOf('reason'), rowIds: anyIdOf('row_id') },
  orders: { RECORDED_AT: byRecorded },
});

@InputType({ description: 'Which erasures.' })
export class ErasureFilter {
  @ChoicesInput(() => ErasureGround, 'Only on one of these grounds.')
  grounds?: ErasureGround[] | null;
}

export const erasures = listing(Erasure, {
  filter: ErasureFilter,
  where: { grounds: anyOf('ground') },
  orders: { RECORDED_AT: byRecorded },
});
