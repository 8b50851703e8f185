import type { Work } from '../store/work';
import { CommitteeSettings } from './committeeSettings.entity';
import type { AgreeSettingsInput } from './committeeSettings.input';

export async function agreeSettings(work: Work, input: AgreeSettingsInput): Promise<{ settings: CommitteeSettings }> {
  const settings = await work.forChange(CommitteeSettings, input);
  settings.sustainMonths = input.sustainMonths ?? settings.sustainMonths;
  return { settings: await work.save(CommitteeSettings, settings) };
}
