import { may, type Permissions } from '../access/policy';
import type { CommitteeSettings } from './committeeSettings.entity';

export const settingsPolicy = {
  agreeSettings: may(['CHAIR', 'VICE_CHAIR', 'LEAD_OFFICER']),
} satisfies Permissions<CommitteeSettings>;
