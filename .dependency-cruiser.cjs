/** Features import only from their left, so that imports form a line and not a web. */
const order = [
  ...['reference', 'committees', 'members', 'plans', 'aims', 'measures'],
  ...['sources', 'findings', 'recommendations', 'actions', 'cycles', 'fidelity', 'chartViews', 'summary'],
];

/** What every feature may build on; each imports only from its left too, and none imports a feature. */
const ground = ['kernel', 'charts', 'disclosure', 'access', 'store', 'api'];

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
      to: { path: [folders([...order, 'graphql', 'ops']), '^src/[^/]+\\.ts$', '^seeds/'] },
    },
    {
      name: 'features-know-nothing-above-them',
      severity: 'error',
      from: { path: folders(order) },
      to: { path: [folders(['graphql', 'ops']), '^src/[^/]+\\.ts$', '^seeds/'] },
    },
    {
      name: 'every-feature-has-its-place',
      comment: 'A new folder is added to the order above.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: folders([...order, ...ground, 'graphql', 'ops']) },
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
