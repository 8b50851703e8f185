import { Finding } from '../findings/finding.entity';
import type { FindingChange } from '../findings/finding.service';
import { ruleBroken } from '../kernel/errors';
import type { Meeting } from '../meetings/meeting.entity';
import { decidingMeeting } from '../meetings/meeting.reading';
import type { Work } from '../store/work';
import { Action } from './action.entity';
import { closedStatuses } from './action.rules';
import { actionsOfFinding } from './actionLinks.entity';
import { EvidenceItem } from './actionRecord.entity';
import { FindingAssurance } from './findingAssurance.entity';
import type { AddressFindingInput, AgreeFindingResponseInput, AssureFindingInput } from './findingResponse.input';

const LEAST_IMPACT_TO_ASSURE = 3;

/** The response to a finding is its actions, or the reason why there are none. */
export async function agreeFindingResponse(work: Work, input: AgreeFindingResponseInput): Promise<FindingChange> {
  const finding = await work.forChange(Finding, input);
  const live = (await actionsOf(work, finding)).filter(({ status }) => status !== 'STOPPED' && status !== 'SUPERSEDED');
  if (live.length === 0 && !input.noActionReason) {
    throw ruleBroken(
      'finding.response',
      'A response is at least one action, or the reason why there is none.',
      'input.noActionReason',
    );
  }
  Object.assign(finding, { status: 'RESPONSE_AGREED', noActionReason: input.noActionReason ?? null });
  return { finding: await work.save(Finding, finding) };
}

export async function addressFinding(work: Work, input: AddressFindingInput): Promise<FindingChange> {
  const finding = await work.forChange(Finding, input);
  const open = (await actionsOf(work, finding)).filter(({ status }) => !closedStatuses.includes(status));
  if (open.length > 0) {
    const message = `These actions are still open: ${open.map(({ ref }) => ref).join(', ')}.`;
    throw ruleBroken('finding.openActions', message, 'input.id');
  }
  finding.status = 'ADDRESSED';
  return { finding: await work.save(Finding, finding) };
}

export async function assureFinding(work: Work, input: AssureFindingInput): Promise<FindingChange> {
  const finding = await work.forChange(Finding, input);
  const meeting = await committeeMeeting(work, input);
  const actions = await actionsOf(work, finding);
  const evidence = (await Promise.all(actions.map(({ id }) => work.store.children(EvidenceItem, 'actionId', id)))).flat();
  if (!evidence.some(({ impactLevel }) => impactLevel >= LEAST_IMPACT_TO_ASSURE)) {
    throw ruleBroken('finding.impact', 'Assurance needs evidence of impact level 3 or more: that practice changed.', 'input.id');
  }
  finding.status = 'ASSURED';
  await work.save(Finding, finding);
  await work.add(FindingAssurance, {
    ...{ findingId: finding.id, findingVersion: input.version, assuredById: work.actor.id },
    ...{ meetingId: meeting.id, meetingOn: meeting.meetsOn, minuteRef: input.minuteRef },
  });
  return { finding };
}

/** Assurance is not delegated. */
async function committeeMeeting(work: Work, input: AssureFindingInput): Promise<Meeting> {
  const meeting = await decidingMeeting(work, input, 'ASSURE');
  if (meeting.subgroupId === null) return meeting;
  throw ruleBroken('finding.delegated', 'Findings are assured by the committee itself, not by a subgroup.', 'input.meetingId');
}

const actionsOf = (work: Work, finding: Finding): Promise<Action[]> =>
  work.store.linked(Action, actionsOfFinding, finding.id, ['ref']);
