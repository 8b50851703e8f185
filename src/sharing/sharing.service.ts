import { Agency } from '../committees/agency.entity';
import { Committee } from '../committees/committee.entity';
import { ruleBroken } from '../kernel/errors';
import { addDays } from '../kernel/localDate';
import { requireMove } from '../kernel/machine';
import { Member } from '../members/member.entity';
import type { Work } from '../store/work';
import type { AgreementState } from './sharing.enums';
import type {
  AcceptSharingAgreementInput,
  EndSharingAgreementInput,
  ProposeSharingAgreementInput,
  ReviewSharingAgreementInput,
  RevokeSharingAgreementInput,
  SignSharingAgreementInput,
} from './sharing.input';
import {
  agreementMoves,
  firstDayOf,
  lastDayOf,
  requireLastDay,
  requireNotOfAgency,
  requireOfAgency,
  requireReviewAhead,
  requireTerms,
  stateOf,
} from './sharing.rules';
import { SharingAgreement } from './sharingAgreement.entity';

export type AgreementChange = { agreement: SharingAgreement };

export async function proposeSharingAgreement(work: Work, input: ProposeSharingAgreementInput): Promise<AgreementChange> {
  const agency = await work.store.get(Agency, input.agencyId, 'input.agencyId');
  requireTerms(input, work.today);
  const committee = await work.store.find(Committee, work.actor.committeeId);
  if (!committee) throw new Error('The actor’s committee is gone.');
  const { purpose, legalBasis, coversLed, coversContributed, showsTitles, showsProgress, showsMilestones } = input;
  const agreement = await work.add(SharingAgreement, {
    ...{ agencyId: agency.id, agencyName: agency.name, committeeName: committee.name, purpose, legalBasis },
    ...{ coversLed, coversContributed, showsTitles, showsProgress, showsMilestones },
    ...{ startsOn: input.startsOn, endsOn: input.endsOn, reviewOn: input.reviewOn, proposedById: work.actor.id },
  });
  return { agreement };
}

export async function signSharingAgreement(work: Work, input: SignSharingAgreementInput): Promise<AgreementChange> {
  const agreement = await movable(work, input, 'AGREED');
  requireNotOfAgency((await speaker(work)).agencyId, agreement.agencyId);
  if (agreement.signedOn) throw ruleBroken('agreement.signed', 'The committee has signed this already.', 'input.id');
  return agreed(work, Object.assign(agreement, { signedOn: work.today, signedById: work.actor.id }));
}

export async function acceptSharingAgreement(work: Work, input: AcceptSharingAgreementInput): Promise<AgreementChange> {
  const agreement = await movable(work, input, 'AGREED');
  requireOfAgency((await speaker(work)).agencyId, agreement.agencyId, agreement.agencyName);
  if (agreement.acceptedOn) throw ruleBroken('agreement.accepted', 'The agency has accepted this already.', 'input.id');
  return agreed(work, Object.assign(agreement, { acceptedOn: work.today, acceptedById: work.actor.id }));
}

export async function reviewSharingAgreement(work: Work, input: ReviewSharingAgreementInput): Promise<AgreementChange> {
  const agreement = await movable(work, input, 'ENDED');
  requireReviewAhead(input.reviewOn, work.today, 'input.reviewOn');
  Object.assign(agreement, { reviewOn: input.reviewOn, reviewedOn: work.today, reviewedById: work.actor.id });
  return { agreement: await work.save(SharingAgreement, agreement) };
}

/** Either side may end it; whoever represents another agency is neither. */
export async function endSharingAgreement(work: Work, input: EndSharingAgreementInput): Promise<AgreementChange> {
  const agreement = await movable(work, input, 'ENDED');
  if (work.actor.role === 'MEMBER') requireOfAgency((await speaker(work)).agencyId, agreement.agencyId, agreement.agencyName);
  requireLastDay(input.lastOn, agreement, work.today);
  Object.assign(agreement, { endedOn: input.lastOn, endedById: work.actor.id, endedReason: input.reason });
  return { agreement: await work.save(SharingAgreement, agreement) };
}

export async function revokeSharingAgreement(work: Work, input: RevokeSharingAgreementInput): Promise<AgreementChange> {
  const agreement = await movable(work, input, 'REVOKED');
  Object.assign(agreement, { revokedAt: work.now, revokedById: work.actor.id, revokedReason: input.reason });
  return { agreement: await work.save(SharingAgreement, agreement) };
}

/** The agreement, locked. @throws RULE_BROKEN when it stands where it cannot become this */
async function movable(work: Work, based: { id: string; version: number }, to: AgreementState): Promise<SharingAgreement> {
  const agreement = await work.forChange(SharingAgreement, based);
  requireMove(agreementMoves, 'agreement', stateOf(agreement, work.today), to);
  return agreement;
}

async function speaker(work: Work): Promise<Member> {
  const member = await work.store.find(Member, work.actor.id);
  if (!member) throw new Error('Whoever says this is no member.');
  return member;
}

/** Once both sides have agreed, it takes the place of whatever they had agreed before. */
async function agreed(work: Work, agreement: SharingAgreement): Promise<AgreementChange> {
  if (agreement.signedOn && agreement.acceptedOn) {
    agreement.agreedOn = work.today;
    await supersede(work, agreement);
  }
  return { agreement: await work.save(SharingAgreement, agreement) };
}

async function supersede(work: Work, { id, agencyId, committeeId, ...days }: SharingAgreement): Promise<void> {
  const first = firstDayOf(days);
  const all = await work.store.children(SharingAgreement, 'agencyId', agencyId);
  const earlier = all.filter((each) => each.committeeId === committeeId && each.id !== id && each.agreedOn && !each.revokedAt);
  for (const { globalId } of earlier.filter((each) => (lastDayOf(each) ?? first) >= first)) {
    const old = await work.lock(SharingAgreement, globalId, 'input.id');
    Object.assign(old, { endedOn: addDays(first, -1), endedById: work.actor.id, supersededById: id });
    await work.save(SharingAgreement, Object.assign(old, { endedReason: 'Another agreement took its place.' }));
  }
}
