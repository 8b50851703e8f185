import { Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import type { Role } from '../access/roles';
import {
  ChangeInput,
  ChoiceInput,
  DayInput,
  IdInput,
  LineInput,
  MutationInput,
  NarrativeInput,
  OptionalIdInput,
  OptionalPartsInput,
} from '../api/inputFields';
import { RoleEnum } from './member.enums';

@InputType({ description: 'A program that is to read here, such as a dashboard.' })
export class AddServiceAccountInput extends MutationInput {
  @LineInput('What it is, for example "Partnership dashboard".')
  displayName!: string;

  @ChoiceInput(() => RoleEnum, 'What it may do here: PARTNER_VIEWER reads, DATA_ANALYST also records data.')
  role!: Role;

  @OptionalIdInput('The agency it reads for. It then sees what agreements let the people of that agency see.')
  agencyId?: string | null;
}

@InputType({ description: 'Which service account is confirmed, as it is in this version, with the keys it has.' })
export class ConfirmServiceAccountInput extends ChangeInput {}

@InputType({ description: 'A document that a key may ask.' })
export class TrustedDocumentInput {
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be a SHA-256 in lower-case hexadecimal' })
  @Field({ description: 'The SHA-256 of the text of the document, exactly as it will be sent, in lower-case hexadecimal.' })
  sha256!: string;
}

@InputType({ description: 'A key for a service account.' })
export class IssueServiceKeyInput extends MutationInput {
  @IdInput('The service account.')
  serviceAccountId!: string;

  @LineInput('What this key is used for.')
  purpose!: string;

  @DayInput('The last day on which it signs in: at most two years ahead.')
  expiresOn!: string;

  @OptionalPartsInput(() => TrustedDocumentInput, 'The only documents it may ask. Left out, it may ask any.')
  trustedDocuments?: TrustedDocumentInput[] | null;
}

@InputType({ description: 'Which key is revoked, and why.' })
export class RevokeServiceKeyInput extends ChangeInput {
  @NarrativeInput('Why: it was replaced, is no longer needed, or may have been seen.')
  reason!: string;
}
