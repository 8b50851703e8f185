const { default: Sequencer } = require('@jest/test-sequencer');

const long = ['store/upgrade', 'access/viewerCan', 'history/asAt', 'fidelity/published', 'tiers/canary', 'together/'];

/** Without a memory of earlier runs jest goes by the size of files; these take long though they are small. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => Number(long.some((name) => path.includes(`/test/${name}`)));
    return [...super.sort(tests)].sort((one, other) => isLong(other) - isLong(one));
  }
};
