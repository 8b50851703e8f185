import { ruleBroken } from '../kernel/errors';
import { requireText } from '../kernel/machine';
import { QualityIndicator } from '../reference/qualityIndicator.entity';
import { Theme } from '../reference/theme.entity';
import { LearningSource } from '../sources/learningSource.entity';
import type { Work } from '../store/work';
import type { ClassifyInput } from '../tiers/classify.input';
import { classify, tierOf } from '../tiers/classify.service';
import { Finding, FindingIndicator, FindingTheme } from './finding.entity';
import type {
  ConfirmFindingInput,
  RecordFindingInput,
  ReopenFindingInput,
  RespondToFindingInput,
  SupersedeFindingInput,
} from './finding.input';

export type FindingChange = { finding: Finding };

export async function recordFinding(work: Work, input: RecordFindingInput): Promise<FindingChange> {
  const source = await work.store.get(LearningSource, input.sourceId, 'input.sourceId');
  const repeatOf = input.repeatOfId ? await work.store.get(Finding, input.repeatOfId, 'input.repeatOfId') : null;
  const themes = await work.store.getAll(Theme, input.themeIds, 'input.themeIds');
  const primary = input.primaryThemeId ? await work.store.get(Theme, input.primaryThemeId, 'input.primaryThemeId') : null;
  const indicators = await work.store.getAll(QualityIndicator, input.indicatorIds, 'input.indicatorIds');
  const finding = await work.add(Finding, {
    sourceId: source.id,
    ref: input.ref ?? (await work.nextReference(Finding, `${source.ref}/F`)),
    kind: input.kind ?? 'FINDING',
    polarity: input.polarity,
    level: input.level ?? 'MULTI_AGENCY',
    statement: input.statement,
    why: input.why,
    reach: input.reach,
    status: input.isDraft ? 'DRAFT' : 'RECORDED',
    primaryThemeId: primary?.id ?? themes[0]?.id,
    repeatOfId: repeatOf?.id,
    ...(await tierOf(work, input)),
  });
  const tagged = new Set([...(primary ? [primary] : []), ...themes].map(({ id }) => id));
  await work.link(
    FindingTheme,
    [...tagged].map((themeId) => ({ findingId: finding.id, themeId })),
  );
  await work.link(
    FindingIndicator,
    indicators.map(({ id }) => ({ findingId: finding.id, indicatorId: id })),
  );
  return { finding };
}

export async function confirmFinding(work: Work, input: ConfirmFindingInput): Promise<FindingChange> {
  const finding = await work.forChange(Finding, input);
  finding.status = 'RECORDED';
  return { finding: await work.save(Finding, finding) };
}

export async function respondToFinding(work: Work, input: RespondToFindingInput): Promise<FindingChange> {
  const finding = await work.forChange(Finding, input);
  if (input.answer === 'NOT_ACCEPTED') {
    requireText(input.reason, 'finding.reason', 'A finding that is not accepted needs a reason.', 'input.reason');
  }
  if (input.answer === 'REFERRED_ELSEWHERE') {
    requireText(input.referredTo, 'finding.forum', 'Say which forum the finding is taken to.', 'input.referredTo');
  }
  Object.assign(finding, { status: input.answer, statusReason: input.reason ?? null, referredTo: input.referredTo ?? null });
  return { finding: await work.save(Finding, finding) };
}

export async function supersedeFinding(work: Work, input: SupersedeFindingInput): Promise<FindingChange> {
  const finding = await work.forChange(Finding, input);
  const successor = await work.store.get(Finding, input.supersededById, 'input.supersededById');
  if (successor.id === finding.id) {
    throw ruleBroken('finding.successor', 'A finding cannot replace itself.', 'input.supersededById');
  }
  Object.assign(finding, { status: 'SUPERSEDED', supersededById: successor.id });
  return { finding: await work.save(Finding, finding) };
}

export async function reopenFinding(work: Work, input: ReopenFindingInput): Promise<FindingChange> {
  const finding = await work.forChange(Finding, input);
  Object.assign(finding, { status: 'REOPENED', statusReason: input.reason });
  return { finding: await work.save(Finding, finding) };
}

export const classifyFinding = async (work: Work, input: ClassifyInput): Promise<FindingChange> => ({
  finding: await classify(work, Finding, input),
});
