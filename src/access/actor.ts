import type { Role } from './roles';

/** Who is asking: a person or a service account, always for exactly one committee and in one role. */
export interface Actor {
  readonly kind: 'PERSON' | 'SERVICE_ACCOUNT';
  readonly id: string;
  readonly committeeId: string;
  readonly role: Role;
}
