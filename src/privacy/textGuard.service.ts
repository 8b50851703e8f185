import type { MutationInput } from '../api/inputFields';
import { REQUEST_NAME, textsIn } from '../api/inputTexts';
import { settingsOf } from '../committees/committeeSettings.reading';
import type { Work } from '../store/work';
import { TextCheck } from './textCheck.entity';
import { isRefused, requireConfirmation, requireNone, warningsIn } from './textGuard.rules';

/**
 * Looks at all texts of a change for what could point at a person. It stands at the one door of all changes; what it lets
 * through with a warning or a confirmation leaves a row beside the change.
 * @throws BAD_USER_INPUT naming the field; the text itself is not repeated
 */
export async function guardTexts(work: Work, verb: string, input: MutationInput): Promise<void> {
  const texts = textsIn(input);
  const found = warningsIn(texts, work.today);
  const isWritten = texts.some(({ isNarrative }) => isNarrative);
  if (found.length === 0 && !isWritten) return;
  const settings = await settingsOf(work.store, work.actor.committeeId);
  requireNone(found.filter((each) => isRefused(each, settings.warnedIdentifiers)));
  // A request's name is made by programs, and a number in it that could be a telephone's never is one.
  const warnings = found.filter(({ field }) => field !== REQUEST_NAME);
  const isConfirmed = input.confirmsNoPersonalData === true;
  const reason = input.confirmationReason ?? null;
  const asks = isWritten ? settings.asksConfirmation : settings.asksConfirmation === 'NEVER' ? 'NEVER' : 'WHEN_WARNED';
  requireConfirmation(warnings, { asks, isConfirmed, reason });
  if (warnings.length > 0 || isConfirmed) await noteCheck(work, { verb, warnings, isConfirmed, reason });
}

type Checked = Pick<TextCheck, 'verb' | 'warnings' | 'isConfirmed' | 'reason'>;

async function noteCheck(work: Work, checked: Checked): Promise<void> {
  const { kind, id } = work.actor;
  await work.add(TextCheck, {
    ...checked,
    memberId: kind === 'PERSON' ? id : null,
    serviceAccountId: kind === 'SERVICE_ACCOUNT' ? id : null,
  });
}
