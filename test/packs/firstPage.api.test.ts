import { answered, startApi, type TestApi, type TestCommittee } from '../support/api';
import { makeHeldMeeting, makePlannedMeeting, makeStartedAction } from '../support/make';
import { done } from '../decisions/decisionMaking';

let api: TestApi;
let committee: TestCommittee;

beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  api.clock.now = new Date('2026-09-15T10:00:00Z');
  committee = await api.newCommittee();
});
afterAll(() => api.close());

const ROWS = 9;
/** Three lines in print: a line of their own for what is short, and two of text. */
const LONGEST_CELL = 125;

const LONG = `${'It takes a whole paragraph to say what this is about. '.repeat(20)}And here it ends.`;

const draftOf = async (id: string): Promise<string> => {
  const ask = 'query($id: ID!) { packDraft(meetingId: $id) { page } }';
  return (await answered(committee.as('MEMBER')(ask, { id }))).packDraft.page as string;
};

const partOf = (page: string, id: string): string => new RegExp(`<section id="${id}".*?</section>`, 's').exec(page)?.[0] ?? '';

/** The cells of each row of a part, as words. */
const rowsOf = (part: string): string[][] =>
  [...(/<tbody>(.*)<\/tbody>/s.exec(part)?.[1] ?? '').matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...(row ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => (cell ?? '').replace(/<[^>]+>/g, '').trim()),
  );

test('holds so many rows and so much of each text as one sheet takes, and leads to the whole of it further down', async () => {
  const held = await makeHeldMeeting(committee);
  const action = await makeStartedAction(committee, {
    title: `Book it${' at the planning meeting'.repeat(11)}`,
    dueOn: '2026-09-01',
  });
  const escalate = { kind: 'ESCALATE_TO_COG', minuteRef: 'Item 4', reason: LONG, meetingId: held.id };
  await done(committee, 'CHAIR', 'recordDecision', { id: action.id, version: action.version, ...escalate });
  const meeting = await makePlannedMeeting(committee, { meetsOn: '2026-12-14' });
  for (let item = 0; item < 16; item += 1) {
    await done(committee, 'CHAIR', 'addAgendaItem', { meetingId: meeting.id, text: `Matter ${item}. ${LONG}` });
  }
  const page = await draftOf(meeting.id);
  const [first, whole] = [partOf(page, 'exceptions'), partOf(page, 'agenda')];
  const rows = rowsOf(first);
  expect(rows).toHaveLength(ROWS);
  expect(rows.flat().join(' ')).toContain(`Action ${action.ref}: It takes`);
  for (const [what = '', why = ''] of rows) {
    expect([what, what.length <= LONGEST_CELL, why, why.length <= LONGEST_CELL]).toEqual([what, true, why, true]);
  }
  expect(rows.filter((cells) => cells.some((words) => words.includes('…')))).toHaveLength(ROWS);
  expect(first).toContain('<p>9 more items: see\n<a href="#agenda">the agenda in full</a></p>');
  const all = rowsOf(whole);
  expect(all).toHaveLength(18);
  expect(all.filter((cells) => cells.some((words) => words.includes(LONG)))).toHaveLength(17);
  expect(all.flat().join(' ')).not.toContain('…');
  const places = [...first.matchAll(/href="#(agenda-\d+)">Item \d+ in full/g)].map(([, place]) => place);
  expect(places).toHaveLength(ROWS);
  for (const place of places) expect(whole).toContain(`<tr id="${place ?? ''}">`);
  expect(rowsOf(partOf(page, 'decisions')).map(([, decision]) => decision)).toEqual(['Put before the chief officers’ group']);
  expect(page).not.toMatch(/escalate to cog/i);
  expect(/<nav.*?<\/nav>/s.exec(page)?.[0]).toContain('<a href="#agenda">The agenda in full</a>');
});

test('is all there is of a short agenda', async () => {
  const meeting = await makePlannedMeeting(committee);
  await done(committee, 'CHAIR', 'addAgendaItem', { meetingId: meeting.id, text: 'The budget' });
  const page = await draftOf(meeting.id);
  expect(rowsOf(partOf(page, 'exceptions'))).toEqual([['1. For discussion', expect.stringContaining('The budget'), '']]);
  expect(page).not.toMatch(/id="agenda"|href="#agenda|in full/);
});
