import type { DiagramColumn, DiagramEdge, DiagramNode, DriverDiagramPicture } from '../../../src/pictures/driverDiagramPicture';

const prefixes: Readonly<Record<DiagramColumn, string>> = { AIM: 'a', PRIMARY: 'p', SECONDARY: 's', CHANGE_IDEA: 'c' };

/** Nodes of a column, numbered from 1: `p1`, `p2` … A text with a bar has its detail after it; one in brackets is faded. */
const column = (name: DiagramColumn, texts: readonly string[]): DiagramNode[] =>
  texts.map((words, index) => {
    const [text = '', detail = null] = words.replace(/^\[|\]$/g, '').split(' | ');
    return { id: `${prefixes[name]}${index + 1}`, column: name, text, detail, isFaded: words.startsWith('[') };
  });

/** "p1: s1 s2" joins p1 to both. */
const joined = (...lines: readonly string[]): DiagramEdge[] =>
  lines.flatMap((line) => {
    const [from = '', ends = ''] = line.split(': ');
    return ends.split(' ').map((to) => ({ from, to }));
  });

const theory = {
  nodes: [
    ...column('AIM', [
      '90% of initial core groups meet within 15 working days of the planning meeting by 31 March 2027. | Baseline 62%, the median of 2024',
    ]),
    ...column('PRIMARY', [
      'The core group has a date in time',
      'Everyone who delivers the plan is there',
      'Families can take part',
    ]),
    ...column('SECONDARY', [
      'The date is set before people leave the planning meeting',
      'People know the date early enough to keep it free',
      'A deputy comes where someone cannot',
      'Health and education are told at once when a child’s name is put on the register',
      'Time and place suit the family',
      'The family knows what a core group is for',
    ]),
    ...column('CHANGE_IDEA', [
      'Hold the date of the core group in every diary before the planning meeting ends. | Being implemented; 4 cycles',
      'Send the invitation from one shared mailbox on the day of the planning meeting. | Testing; 1 cycle',
      'Name a deputy for each member in the minutes. | Proposed',
      '[Core groups by telephone only. | Given up: families did not speak up]',
      'A list of named contacts in each school and health centre. | Testing; 2 cycles',
      'Ask the family for two times that suit them. | Ready to implement; 3 cycles',
      'Hold core groups in the family’s own school or nursery. | Proposed',
      'One page in plain words, given at the planning meeting. | Testing; 1 cycle',
      'The lead professional rings the family the day before. | Proposed',
      'A standing item on the agenda: date, place, deputies. | Implemented',
    ]),
  ],
  edges: joined(
    'a1: p1 p2 p3',
    ...['p1: s1 s2', 'p2: s2 s3 s4', 'p3: s5 s6'],
    ...['s1: c1 c10', 's2: c1 c2 c10', 's3: c3 c10', 's4: c2 c5', 's5: c4 c6 c7', 's6: c8 c9', 'p3: c9'],
  ),
};

/** One aim, three primary drivers, six secondary ones and ten change ideas, of which some serve several drivers. */
export const coreGroupDrivers: DriverDiagramPicture = {
  id: 'core-group-drivers',
  title: 'How initial core groups are to meet in time',
  ...theory,
};

/** The same theory told in an order that makes its lines cross, with edges named from either end. */
export const tangledDrivers: DriverDiagramPicture = {
  id: 'tangled',
  title: 'The same theory in another order',
  nodes: [...theory.nodes].reverse(),
  edges: theory.edges.map(({ from, to }, index) => (index % 2 === 0 ? { from: to, to: from } : { from, to })),
};

const long =
  'Every practitioner who meets a young person at risk of harm in the community knows whom to ring, is answered within the hour, and hears by the end of the next working day what was decided, by whom, and what is expected of them, so that nobody has to guess and no young person is told different things by different people. ';

/** Long texts, a word without an end, drivers and ideas that nothing leads to, and ideas tied to the aim or to a primary driver. */
export const longTexts: DriverDiagramPicture = {
  id: 'long-texts',
  title: `Responses to older young people: ${long}`,
  nodes: [
    ...column('AIM', [long]),
    ...column('PRIMARY', [long.repeat(2), 'Short', `${'W'.repeat(60)} | ${long}`]),
    ...column('SECONDARY', ['Short', 'Not tied to anything', `[${long} | Dropped in March]`]),
    ...column('CHANGE_IDEA', [
      'Tied to the aim itself',
      'Tied to a primary driver',
      long,
      '[Given up | It did not work]',
      'An idea of its own',
    ]),
  ],
  edges: joined('a1: p1 p2 p3 c1', 'p1: s1 c2', 'p2: s1', 'p3: s3 c2', 's1: c3', 's3: c3 c4', 'x: y', 'c1: c2'),
};

export const noDrivers: DriverDiagramPicture = { id: 'no-drivers', title: 'Nothing yet', nodes: [], edges: [] };

export const aimAndIdeas: DriverDiagramPicture = {
  id: 'aim-and-ideas',
  title: 'An aim with ideas and no drivers between',
  nodes: [...column('AIM', ['Core groups meet in time']), ...column('CHANGE_IDEA', ['Diary hold', 'Shared mailbox', 'Deputies'])],
  edges: joined('a1: c1 c2'),
};
