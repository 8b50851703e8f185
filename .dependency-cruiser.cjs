/** Features import only from their left, so that imports form a line and not a web. */
const order = [
  ...['reference', 'committees', 'members', 'history', 'tiers', 'privacy', 'meetings', 'plans', 'aims', 'measures'],
  ...[
    'sources',
    'findings',
    'recommendations',
    'actions',
    'cycles',
    'fidelity',
    'spread',
    'sharing',
    'thread',
    'chartViews',
    'decisions',
    'summary',
    'packs',
  ],
  'retention',
];

/** What every feature may build on; each imports only from its left too, and none imports a feature. */
const ground = ['kernel', 'charts', 'pictures', 'disclosure', 'access', 'store', 'api'];

/** TypeORM lives behind the store. These hand its connection on without asking it anything, or declare columns. */
const mayNameTypeorm = [
  'src/store/',
  'src/api/columns\\.ts',
  'src/api/context\\.ts',
  'src/app\\.ts',
  '[^/]+\\.entity\\.ts',
  'migrations/',
  'seeds/',
  'ormconfig\\.ts',
];

const folders = (names) => `^src/(${names.join('|')})/`;

const leftwards = (names, kind) =>
  names.slice(0, -1).map((name, index) => ({
    name: `${kind}-${name}-imports-leftwards`,
    severity: 'error',
    from: { path: folders([name]) },
    to: { path: folders(names.slice(index + 1)) },
  }));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...leftwards(order, 'feature'),
    ...leftwards(ground, 'ground'),
    {
      name: 'ground-knows-no-feature',
      severity: 'error',
      from: { path: folders(ground) },
      to: { path: [folders([...order, 'graphql', 'web', 'ops']), '^src/[^/]+\\.ts$', '^seeds/'] },
    },
    {
      name: 'features-know-nothing-above-them',
      severity: 'error',
      from: { path: folders(order) },
      to: { path: [folders(['graphql', 'web', 'ops']), '^src/[^/]+\\.ts$', '^seeds/'] },
    },
    {
      name: 'every-feature-has-its-place',
      comment: 'A new folder is added to the order above.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: folders([...order, ...ground, 'graphql', 'web', 'ops']) },
      to: {},
    },
    {
      name: 'kernel-is-alone',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { pathNot: '^src/kernel/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'charts-are-pure',
      severity: 'error',
      from: { path: '^src/charts/', pathNot: '/verify\\.ts$' },
      to: { pathNot: '^src/(charts|kernel)/' },
    },
    {
      name: 'pictures-are-pure',
      comment: 'A picture is drawn from what it is given, and of charts it knows the types only.',
      severity: 'error',
      from: { path: '^src/pictures/' },
      to: {
        pathNot: [
          '^src/(pictures|kernel|charts)/',
          'node_modules/(@types/)?d3-(scale|shape|time-format)/',
          'node_modules/@resvg/',
        ],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'pictures-compute-no-charts',
      severity: 'error',
      from: { path: '^src/pictures/' },
      to: { path: '^src/charts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'disclosure-control-is-pure',
      comment: 'What may be shown is decided from numbers and a policy alone, the same by every door.',
      severity: 'error',
      from: { path: '^src/disclosure/' },
      to: { pathNot: '^src/(disclosure|kernel)/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '\\.(rules|policy)\\.ts$' },
      to: {
        pathNot: ['^src/(kernel|access|charts|disclosure)/', '\\.(rules|policy|enums|machine)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'rules-are-pure-in-types-too',
      severity: 'error',
      from: { path: '\\.(rules|policy)\\.ts$' },
      to: { path: ['^src/(store|api|graphql|ops)/', 'node_modules'] },
    },
    {
      name: 'web-asks-the-api',
      comment: 'Pages and files ask the API in the caller’s name; they know no feature.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: folders([...order, 'access', 'store', 'api', 'ops']) },
    },
    {
      name: 'graphql-knows-no-web',
      severity: 'error',
      from: { path: '^src/graphql/' },
      to: { path: '^src/web/' },
    },
    {
      name: 'services-know-no-graphql',
      comment: 'Import, command line and API call the same verbs.',
      severity: 'error',
      from: { path: '\\.service\\.ts$' },
      to: { path: ['^src/graphql/', 'node_modules/(graphql|type-graphql|@apollo)/'] },
    },
    {
      name: 'typeorm-behind-the-store',
      severity: 'error',
      from: { pathNot: `^(${mayNameTypeorm.join('|')})|\\.entity\\.ts$` },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'only-declared-packages',
      severity: 'error',
      from: { path: '^(src|migrations|seeds)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
