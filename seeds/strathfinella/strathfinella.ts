import type { DataSource } from 'typeorm';
import { readyChangeIdea } from '../../src/cycles/ramp.service';
import { ChangeIdea } from '../../src/aims/changeIdea.entity';
import { implementChangeIdea } from '../../src/aims/changeIdea.service';
import { foundCommittee, type Founded, type Founding } from '../../src/store/founding';
import type { PublishedRecord } from '../publishedRecord';
import { Scribe } from '../scribe';
import { agreeToShare } from '../sharing';
import { makePlan, takeActions } from './actions';
import { chartCoreGroups } from './charts';
import { closeEarlierReview } from './earlierReview';
import { divideDuties } from './duties';
import { strathfinella } from './founding';
import { measureCoreGroups, recordCoreGroups } from './measures';
import { holdMeetings } from './meetings';
import { learnFromElsewhere } from './olderYoungPeople';
import { letLeadOfficerLearn } from './practice';
import { runDiaryHoldRamp } from './ramp';
import { keepToTheMethod } from './method';
import { lookAfterPrivacy } from './privacy';
import { recordLearning } from './sources';
import { shareDiaryHold } from './spread';
import { stateTheory } from './theory';

/** The whole story of the invented committee, said through the verbs of the API; what is told side by side, in the order it happened. */
export async function loadStrathfinella(
  dataSource: DataSource,
  record: PublishedRecord,
  { now, founding = strathfinella }: { now: Date; founding?: Founding },
): Promise<Founded> {
  const founded = await foundCommittee(dataSource, founding, now);
  const scribe = new Scribe(dataSource, founded);
  const learning = await recordLearning(scribe);
  await closeEarlierReview(scribe, learning.earlier);
  await divideDuties(scribe, learning.coreGroups);
  const outcomeIds = await makePlan(scribe);
  const { aim, diaryHold } = await stateTheory(scribe);
  const measures = await measureCoreGroups(scribe, aim.globalId);
  const [measureIds, changeIdeaId, meetings] = [Object.values(measures), diaryHold.globalId, holdMeetings(scribe)];
  await Promise.all([
    takeActions(scribe, { learning, outcomeIds, measureIds, changeIdeaId, meetings }),
    runDiaryHoldRamp(scribe, diaryHold.globalId, measures.inTime),
    recordCoreGroups(scribe, measures),
    meetings.told,
  ]);
  await chartCoreGroups(scribe, measures);
  await keepToTheMethod(scribe, aim, diaryHold.globalId);
  await adopt(scribe, diaryHold.id);
  await letLeadOfficerLearn(scribe);
  await shareDiaryHold(scribe, diaryHold);
  await agreeToShare(scribe, {
    ...{ agency: 'NHS Strathfinella', proposedOn: '2026-08-18', agreedOn: '2026-09-01', reviewOn: '2027-08-31' },
  });
  await learnFromElsewhere(scribe, record);
  await lookAfterPrivacy(scribe);
  return founded;
}

async function adopt(scribe: Scribe, ideaId: string): Promise<void> {
  const idea = await scribe.read((store) => store.find(ChangeIdea, ideaId));
  if (!idea) throw new Error('The change idea is gone.');
  const based = { id: idea.globalId, version: idea.version, degreeOfBelief: 'HIGH' as const };
  const { changeIdea } = await scribe.say('IMPROVEMENT_ADVISER', '2026-07-07', readyChangeIdea, based);
  const ready = { id: changeIdea.globalId, version: changeIdea.version };
  await scribe.say('IMPROVEMENT_ADVISER', '2026-09-01', implementChangeIdea, ready);
}
