import type { RowReads } from '../store/rowReads';
import { CommitteeSettings } from './committeeSettings.entity';

/** What the committee has agreed; every committee has its settings from its founding. */
export async function settingsOf(reads: RowReads, committeeId: string): Promise<CommitteeSettings> {
  const [settings] = await reads.children(CommitteeSettings, 'committeeId', committeeId);
  if (!settings) throw new Error('A committee has no settings.');
  return settings;
}
