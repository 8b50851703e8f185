const each = require('./jest.config.cjs');

/** What `npm test` runs: files that ask the API are loaded in groups, since loading the service takes longer than most of them run. */
module.exports = {
  ...each,
  testPathIgnorePatterns: ['/node_modules/', '\\.api\\.test\\.ts$'],
  testSequencer: '<rootDir>/test/support/longestFirst.cjs',
};
