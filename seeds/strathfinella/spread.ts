import type { ChangeIdea } from '../../src/aims/changeIdea.entity';
import { shareChangeIdea } from '../../src/spread/spread.service';
import type { Scribe } from '../scribe';

/** What Strathfinella lets other committees know of its diary hold: the change and what it taught, not what prompted it. */
export async function shareDiaryHold(scribe: Scribe, diaryHold: ChangeIdea): Promise<void> {
  await scribe.say('LEAD_OFFICER', '2026-09-08', shareChangeIdea, {
    changeIdeaId: diaryHold.globalId,
    statement: 'Before a planning meeting ends, its chair puts the date of the initial core group in every diary.',
    learning: 'It holds once the date is an item of the agenda, people are asked to bring their diaries, and deputies are named.',
  });
}
