import { InputType } from 'type-graphql';
import { ChoicesInput, OptionalDayInput, OptionalFlagInput, OptionalIdsInput } from '../api/inputFields';
import { listing } from '../api/listing';
import { byDay, byRecorded, byRequiredDay, byText } from '../api/orders';
import { after, anyIdOf, before, whether, type Scene } from '../store/conditions';
import { AgreementState } from './sharing.enums';
import { SharingAgreement } from './sharingAgreement.entity';
import { SharingUse } from './sharingUse.entity';

@InputType({ description: 'Which sharing agreements.' })
export class SharingAgreementFilter {
  @ChoicesInput(() => AgreementState, 'Only those that stand so.')
  states?: AgreementState[] | null;

  @OptionalIdsInput('Only with these agencies.')
  agencyIds?: string[] | null;

  @OptionalFlagInput('Only those by which your own committee shares (true), or by which your agency receives elsewhere (false).')
  isOwn?: boolean | null;

  @OptionalDayInput('Only those agreed that end, or are to be reviewed, before this day.')
  dueBefore?: string | null;
}

/** The SQL twin of stateOf in sharing.rules.ts. What is missing is left out by greatest() and least(). */
const stateSql = ({ alias, today, bind }: Scene): string => {
  const [first, last] = [`greatest(${alias}.starts_on, ${alias}.agreed_on)`, `least(${alias}.ends_on, ${alias}.ended_on)`];
  const day = `${bind(today)}::date`;
  return `case when ${alias}.revoked_at is not null then 'REVOKED' when ${last} < greatest(${day}, ${first}) then 'ENDED'
    when ${alias}.agreed_on is null then 'PROPOSED' when ${first} > ${day} then 'AGREED' else 'IN_FORCE' end`;
};

const standsAs = (scene: Scene, states: readonly AgreementState[]): string =>
  `(${stateSql(scene)}) = any(${scene.bind(states)}::text[])`;

export const sharingAgreements = listing(SharingAgreement, {
  filter: SharingAgreementFilter,
  where: {
    states: (states, scene) => standsAs(scene, states),
    agencyIds: anyIdOf('agency_id'),
    isOwn: whether(({ alias, committee }) => `${alias}.committee_id = ${committee}`),
    dueBefore: (day, scene) =>
      `least(${scene.alias}.ends_on, ${scene.alias}.ended_on, ${scene.alias}.review_on) < ${scene.bind(day)}::date
        and ${standsAs(scene, ['AGREED', 'IN_FORCE'])}`,
  },
  orders: {
    RECORDED_AT: byRecorded,
    STARTS_ON: byRequiredDay('starts_on', 'First day.'),
    ENDS_ON: byDay('ends_on', 'Last day; standing agreements last.'),
    REVIEW_ON: byDay('review_on', 'Day of review; those without one last.'),
    AGENCY_NAME: byText('agency_name', 'The agency, by name.'),
    COMMITTEE_NAME: byText('committee_name', 'The committee that shares, by name.'),
  },
});

@InputType({ description: 'Which uses of an agreement.' })
export class SharingUseFilter {
  @OptionalDayInput('After this day.')
  usedAfter?: string | null;

  @OptionalDayInput('Before this day.')
  usedBefore?: string | null;
}

export const sharingUses = listing(SharingUse, {
  filter: SharingUseFilter,
  where: { usedAfter: after('used_on'), usedBefore: before('used_on') },
  orders: { USED_ON: byRequiredDay('used_on', 'The day.') },
});
