import { may, type Permissions } from '../access/policy';
import type { Reading } from '../access/reading';
import { everyone } from '../access/roles';
import type { CommitteeSettings } from './committeeSettings.entity';

export const settingsPolicy = {
  agreeSettings: may(['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER']),
  keepSmallNumbers: may(['CHAIR', 'LEAD_OFFICER', 'PRIVACY_STEWARD']),
} satisfies Permissions<CommitteeSettings>;

/** Whoever manages access sees for whom, and where people come from. */
export const committeeReading: Reading = { Committee: everyone, Agency: everyone };
