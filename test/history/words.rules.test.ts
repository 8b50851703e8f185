import { decisionInWords } from '../../src/history/words.rules';
import { MeetingDecisionKind } from '../../src/meetings/meeting.enums';

test('each kind of decision has words of its own, and what is no kind stays as it is', () => {
  const kinds = Object.keys(MeetingDecisionKind);
  const words = kinds.map(decisionInWords);
  expect(new Set(words).size).toBe(kinds.length);
  expect(words.filter((each) => !/^[a-z][a-z ’,]+$/.test(each))).toEqual([]);
  expect(decisionInWords('[withheld]')).toBe('[withheld]');
});
