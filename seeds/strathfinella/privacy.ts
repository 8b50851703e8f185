import { Action } from '../../src/actions/action.entity';
import type { ProgressUpdate } from '../../src/actions/actionRecord.entity';
import { updateAction } from '../../src/actions/actionRecord.service';
import type { MutationInput } from '../../src/api/inputFields';
import { PdsaCycle } from '../../src/cycles/cycle.entity';
import { askErasure, confirmErasure, quarantineText } from '../../src/privacy/quarantine.service';
import { carryOutDisposal, proposeDisposal } from '../../src/retention/disposal.service';
import { agreeRetention, placeLegalHold } from '../../src/retention/retention.service';
import { RetentionRule } from '../../src/retention/retentionRule.entity';
import { LearningSource } from '../../src/sources/learningSource.entity';
import type { Scribe } from '../scribe';

/** What a small committee does when a text says too much, and how it keeps its records. */
export async function lookAfterPrivacy(scribe: Scribe): Promise<void> {
  const actions = await scribe.read((store) => store.all(Action));
  const note = actions.find(({ title }) => title?.startsWith('Give every child'));
  if (!note) throw new Error('The action about the note is gone.');
  await confirmDate(scribe, note);
  await withholdFamily(scribe, note);
  await eraseVillage(scribe, note);
  await keepRecords(scribe);
}

const tell = async (
  scribe: Scribe,
  day: string,
  action: Action,
  facts: { text: string } & MutationInput,
): Promise<ProgressUpdate> =>
  (
    await scribe.say('LEAD_OFFICER', day, updateAction, {
      ...{ actionId: action.globalId, confidence: 'AMBER', basis: 'NOW' },
      ...facts,
    })
  ).progressUpdate;

/** The guard asks about a date in figures; this one is of a paper that anyone can read. */
const confirmDate = (scribe: Scribe, action: Action): Promise<unknown> =>
  tell(scribe, '2026-06-16', action, {
    text: 'The paper of 09/06/2026 asks all localities to use the note from August.',
    confirmsNoPersonalData: true,
    confirmationReason: 'The day of a published paper of the committee.',
  });

async function withholdFamily(scribe: Scribe, action: Action): Promise<void> {
  const { globalId } = await tell(scribe, '2026-08-18', action, {
    text: 'The family that complained in spring now says that the note helped, and their worker agrees.',
  });
  await scribe.say('PRIVACY_STEWARD', '2026-08-19', quarantineText, {
    ...{ id: globalId, fieldName: 'text', reason: 'FAMILY', note: 'Those who know of the complaint know the family.' },
  });
}

async function eraseVillage(scribe: Scribe, action: Action): Promise<void> {
  const { globalId } = await tell(scribe, '2026-06-23', action, {
    text: 'In the smallest village the only child with a plan has had no note yet.',
  });
  const withheld = await scribe.say('PRIVACY_STEWARD', '2026-06-23', quarantineText, {
    ...{ id: globalId, fieldName: 'text', reason: 'CHILD', note: 'In a place this small a reader knows who is meant.' },
  });
  const held = { id: withheld.quarantine.globalId, version: withheld.quarantine.version };
  const asked = await scribe.say('PRIVACY_STEWARD', '2026-06-24', askErasure, { ...held, ground: 'NEVER_ALLOWED' });
  const { globalId: id, version } = asked.quarantine;
  await scribe.say('CHAIR', '2026-06-30', confirmErasure, { id, version });
}

/** The review is kept while a request about it is answered; an old cycle is looked at, and kept. */
async function keepRecords(scribe: Scribe): Promise<void> {
  const [sources, rules, cycles] = await scribe.read((store) =>
    Promise.all([store.all(LearningSource), store.all(RetentionRule), store.all(PdsaCycle)]),
  );
  const review = sources.find(({ kind }) => kind === 'LEARNING_REVIEW');
  const rule = rules.find(({ trigger }) => trigger === 'CYCLE_CLOSED');
  const [oldest] = cycles.filter(({ status }) => status === 'CLOSED').sort(byRecorded);
  if (!review || !rule || !oldest) throw new Error('The review, the rule or the cycles are gone.');
  await scribe.say('CHAIR', '2026-08-25', agreeRetention, {
    ...{ id: rule.globalId, version: rule.version, periodMonths: 6, fate: 'REVIEW' },
    authority: 'The invented retention schedule of Strathfinella Council, class 7.2',
  });
  const { disposal } = await scribe.say('PRIVACY_STEWARD', '2026-09-01', proposeDisposal, {
    ...{ ruleId: rule.globalId, recordId: oldest.globalId, decision: 'KEEP', keepUntilOn: '2031-03-31' },
    note: 'The later tests of the same ramp start from it.',
  });
  const { globalId: id, version } = disposal;
  await scribe.say('LEAD_OFFICER', '2026-09-08', carryOutDisposal, { id, version });
  await scribe.say('PRIVACY_STEWARD', '2026-10-06', placeLegalHold, {
    ...{ name: 'Request for information, autumn 2026', reason: 'A request about the review is being answered.' },
    ...{ sourceId: review.globalId, fromOn: '2026-10-06' },
  });
}

const byRecorded = (one: PdsaCycle, other: PdsaCycle): number => one.recordedAt.getTime() - other.recordedAt.getTime();
