import { Agency } from '../committees/agency.entity';
import { Committee } from '../committees/committee.entity';
import { addDays } from '../kernel/localDate';
import type { Work } from '../store/work';
import type {
  AcceptSharingAgreementInput,
  EndSharingAgreementInput,
  ProposeSharingAgreementInput,
  ReviewSharingAgreementInput,
  RevokeSharingAgreementInput,
  SignSharingAgreementInput,
} from './sharing.input';
import { firstDayOf, lastDayOf, requireLastDay, requireReviewAhead, requireTerms } from './sharing.rules';
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
  const agreement = await work.forChange(SharingAgreement, input);
  return agreed(work, Object.assign(agreement, { signedOn: work.today, signedById: work.actor.id }));
}

export async function acceptSharingAgreement(work: Work, input: AcceptSharingAgreementInput): Promise<AgreementChange> {
  const agreement = await work.forChange(SharingAgreement, input);
  return agreed(work, Object.assign(agreement, { acceptedOn: work.today, acceptedById: work.actor.id }));
}

export async function reviewSharingAgreement(work: Work, input: ReviewSharingAgreementInput): Promise<AgreementChange> {
  const agreement = await work.forChange(SharingAgreement, input);
  requireReviewAhead(input.reviewOn, work.today, 'input.reviewOn');
  Object.assign(agreement, { reviewOn: input.reviewOn, reviewedOn: work.today, reviewedById: work.actor.id });
  return { agreement: await work.save(SharingAgreement, agreement) };
}

export async function endSharingAgreement(work: Work, input: EndSharingAgreementInput): Promise<AgreementChange> {
  const agreement = await work.forChange(SharingAgreement, input);
  requireLastDay(input.lastOn, agreement, work.today);
  Object.assign(agreement, { endedOn: input.lastOn, endedById: work.actor.id, endedReason: input.reason });
  return { agreement: await work.save(SharingAgreement, agreement) };
}

export async function revokeSharingAgreement(work: Work, input: RevokeSharingAgreementInput): Promise<AgreementChange> {
  const agreement = await work.forChange(SharingAgreement, input);
  Object.assign(agreement, { revokedAt: work.now, revokedById: work.actor.id, revokedReason: input.reason });
  return { agreement: await work.save(SharingAgreement, agreement) };
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
    // Not what the verb is said of, so its policy is not asked of it.
    const old = await work.lock(SharingAgreement, globalId, 'earlier');
    Object.assign(old, { endedOn: addDays(first, -1), endedById: work.actor.id, supersededById: id });
    await work.save(SharingAgreement, Object.assign(old, { endedReason: 'Another agreement took its place.' }));
  }
}
