import { actionVerbs } from './actions/action.verbs';
import { actionRecordVerbs, findingResponseVerbs } from './actions/actionRecord.verbs';
import { ratingLegendVerbs } from './actions/ratingLegend.verbs';
import { redateRequestVerbs } from './actions/redateRequest.verbs';
import { aimVerbs } from './aims/aim.verbs';
import type { Verb } from './api/verbs';
import { committeeVerbs } from './committees/committee.verbs';
import { cycleVerbs } from './cycles/cycle.verbs';
import { agendaVerbs } from './decisions/agenda.verbs';
import { decisionVerbs } from './decisions/decision.verbs';
import { findingVerbs } from './findings/finding.verbs';
import { measureVerbs } from './measures/measure.verbs';
import { memberVerbs } from './members/member.verbs';
import { practiceVerbs } from './members/practiceSharing.verbs';
import { serviceKeyVerbs } from './members/serviceKey.verbs';
import { meetingVerbs } from './meetings/meeting.verbs';
import { packVerbs } from './packs/pack.verbs';
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
  ...[...planVerbs, ...actionVerbs, ...actionRecordVerbs, ...findingResponseVerbs, ...ratingLegendVerbs, ...redateRequestVerbs],
  ...[...aimVerbs, ...measureVerbs, ...cycleVerbs, ...spreadVerbs],
  ...sharingVerbs,
  ...[...meetingVerbs, ...agendaVerbs, ...decisionVerbs, ...packVerbs],
  ...[...committeeVerbs, ...memberVerbs, ...serviceKeyVerbs, ...practiceVerbs],
  ...[...restrictedGroupVerbs, ...quarantineVerbs, ...retentionVerbs],
];
