import { actionVerbs } from './actions/action.verbs';
import { actionRecordVerbs, findingResponseVerbs } from './actions/actionRecord.verbs';
import { aimVerbs } from './aims/aim.verbs';
import type { Verb } from './api/verbs';
import { committeeVerbs } from './committees/committee.verbs';
import { cycleVerbs } from './cycles/cycle.verbs';
import { findingVerbs } from './findings/finding.verbs';
import { measureVerbs } from './measures/measure.verbs';
import { memberVerbs } from './members/member.verbs';
import { practiceVerbs } from './members/practiceSharing.verbs';
import { serviceKeyVerbs } from './members/serviceKey.verbs';
import { planVerbs } from './plans/plan.verbs';
import { quarantineVerbs } from './privacy/quarantine.verbs';
import { recommendationVerbs } from './recommendations/recommendation.verbs';
import { retentionVerbs } from './retention/retention.verbs';
import { sharingVerbs } from './sharing/sharing.verbs';
import { sourceVerbs } from './sources/source.verbs';
import { spreadVerbs } from './spread/spread.verbs';
import { restrictedGroupVerbs } from './tiers/restrictedGroup.verbs';

/** Everything that can be done, in the order of the thread. */
export const verbs: readonly Verb[] = [
  ...[...sourceVerbs, ...findingVerbs, ...recommendationVerbs],
  ...[...planVerbs, ...actionVerbs, ...actionRecordVerbs, ...findingResponseVerbs],
  ...[...aimVerbs, ...measureVerbs, ...cycleVerbs, ...spreadVerbs],
  ...sharingVerbs,
  ...[...committeeVerbs, ...memberVerbs, ...serviceKeyVerbs, ...practiceVerbs],
  ...[...restrictedGroupVerbs, ...quarantineVerbs, ...retentionVerbs],
];
