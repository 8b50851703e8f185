import type { Work } from '../store/work';
import { CommitteeSettings } from './committeeSettings.entity';
import type { AgreeSettingsInput, KeepSmallNumbersInput } from './committeeSettings.input';
import { warnedAfter } from './textGuard.rules';

export async function agreeSettings(work: Work, input: AgreeSettingsInput): Promise<{ settings: CommitteeSettings }> {
  const settings = await work.forChange(CommitteeSettings, input);
  Object.assign(settings, {
    sustainMonths: input.sustainMonths ?? settings.sustainMonths,
    ladderTests: input.ladderTests ?? settings.ladderTests,
    adaptDays: input.adaptDays ?? settings.adaptDays,
    dataDays: input.dataDays ?? settings.dataDays,
    guardsBind: input.guardsBind ?? settings.guardsBind,
    subgroupsDecide: input.subgroupsDecide ?? settings.subgroupsDecide,
    asksConfirmation: input.asksConfirmation ?? settings.asksConfirmation,
    warnedIdentifiers: warnedAfter(settings.warnedIdentifiers, input.textGuard ?? []),
  } satisfies Partial<CommitteeSettings>);
  return { settings: await work.save(CommitteeSettings, settings) };
}

export async function keepSmallNumbers(work: Work, input: KeepSmallNumbersInput): Promise<{ settings: CommitteeSettings }> {
  const settings = await work.forChange(CommitteeSettings, input);
  settings.smallestCountShown = input.smallestCountShown ?? settings.smallestCountShown;
  settings.protectedRoles = input.protectedRoles ? [...new Set(input.protectedRoles)].sort() : settings.protectedRoles;
  return { settings: await work.save(CommitteeSettings, settings) };
}
