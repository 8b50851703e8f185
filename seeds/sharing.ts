import type { ProposeSharingAgreementInput } from '../src/sharing/sharing.input';
import { acceptSharingAgreement, proposeSharingAgreement, signSharingAgreement } from '../src/sharing/sharing.service';
import type { Scribe } from './scribe';

/** The terms that the invented committees have with the health board that works with more than one of them. */
const terms: Omit<ProposeSharingAgreementInput, 'agencyId' | 'startsOn' | 'reviewOn'> = {
  purpose: 'The health board leads the same kind of work in several areas and wants to plan it together.',
  legalBasis: 'Task in the public interest; the joint protocol on information about improvement, which holds no personal data.',
  ...{ coversLed: true, coversContributed: true, showsTitles: true, showsProgress: true, showsMilestones: true },
};

export interface Agreement {
  readonly agency: string;
  readonly proposedOn: string;
  readonly agreedOn: string;
  readonly reviewOn: string;
}

/** A standing agreement, proposed at one meeting and agreed by both sides at the next. */
export async function agreeToShare(scribe: Scribe, { agency, proposedOn, agreedOn, reviewOn }: Agreement): Promise<void> {
  const dates = { startsOn: agreedOn, reviewOn };
  const { agreement } = await scribe.say('LEAD_OFFICER', proposedOn, proposeSharingAgreement, {
    ...{ agencyId: scribe.agency(agency), ...terms, ...dates },
  });
  const signed = await scribe.say('CHAIR', agreedOn, signSharingAgreement, {
    id: agreement.globalId,
    version: agreement.version,
  });
  await scribe.say('MEMBER', agreedOn, acceptSharingAgreement, { id: agreement.globalId, version: signed.agreement.version });
}
