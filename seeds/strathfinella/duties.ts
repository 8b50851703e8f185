import { CommitteeSettings } from '../../src/committees/committeeSettings.entity';
import { agreeSettings } from '../../src/committees/committeeSettings.service';
import type { Finding } from '../../src/findings/finding.entity';
import { toGlobalId } from '../../src/kernel/globalId';
import { recordRecommendation, respondToRecommendation } from '../../src/recommendations/recommendation.service';
import type { Scribe } from '../scribe';

/** The committee delegates decisions on actions to its subgroup, and one agency answers for itself what concerns it alone. */
export async function divideDuties(scribe: Scribe, coreGroups: Finding): Promise<void> {
  const [settings] = await scribe.read((store) => store.all(CommitteeSettings));
  if (!settings) throw new Error('The committee has no settings.');
  const delegated = { id: settings.globalId, version: settings.version, subgroupsDecide: true };
  await scribe.say('CHAIR', '2024-09-17', agreeSettings, delegated);
  const { recommendation } = await scribe.say('LEAD_OFFICER', '2024-09-17', recordRecommendation, {
    sourceId: toGlobalId('LearningSource', coreGroups.sourceId),
    findingIds: [coreGroups.globalId],
    publishedRef: 'Suggested strategy 2',
    text: 'Give health visitors protected time for initial core groups.',
    addresseeAgencyId: scribe.agency('NHS Strathfinella'),
  });
  const answer = { id: recommendation.globalId, version: 1, answer: 'ACCEPTED' } as const;
  await scribe.say('MEMBER', '2024-10-08', respondToRecommendation, answer);
}
