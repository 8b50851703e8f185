import type { Verb } from './api/verbs';
import { findingVerbs } from './findings/finding.verbs';
import { sourceVerbs } from './sources/source.verbs';

/** Everything that can be done, in the order of the thread. */
export const verbs: readonly Verb[] = [...sourceVerbs, ...findingVerbs];
