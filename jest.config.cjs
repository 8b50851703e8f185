/** PGlite runs outside jest's sandbox, one for each worker: see test/support/environment.ts. */
module.exports = {
  testEnvironment: '<rootDir>/test/support/environment.ts',
  globalSetup: '<rootDir>/test/support/globalSetup.ts',
  globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/graphqlAsInProduction.ts'],
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Each file by itself, as `npx jest FILE` runs it; `npm test` takes jest.together.cjs.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/together/'],
  // jose and the packages of d3 are published as ES modules only.
  transform: { '\\.m?[jt]s$': '@swc/jest' },
  transformIgnorePatterns: ['/node_modules/(?!(jose|d3-[a-z-]+|internmap)/)'],
  maxWorkers: 2,
  workerIdleMemoryLimit: '800MB',
  testTimeout: 30_000,
};
