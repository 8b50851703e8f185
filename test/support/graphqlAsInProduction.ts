/*
 * Elsewhere than in production, graphql looks of each object it meets whether another copy of graphql made it. That takes
 * longer than answering does; no test is about it.
 */
const { NODE_ENV } = process.env;
process.env.NODE_ENV = 'production';
jest.requireActual('graphql/jsutils/instanceOf');
process.env.NODE_ENV = NODE_ENV;
