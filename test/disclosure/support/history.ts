import type { DisclosurePolicy } from '../../../src/disclosure/policy';
import { protectNext } from '../../../src/disclosure/protectNext';
import type { DisclosedSummary, Summary } from '../../../src/disclosure/summary';

export interface Snapshot<S = Summary> {
  /** The day at whose end the counts stood so. */
  readonly on: string;
  readonly summary: S;
}

/** The publications of a summary, one after the other, where nobody can list a row. */
export function publicationsOf(snapshots: readonly Snapshot[], policy: DisclosurePolicy): readonly Snapshot<DisclosedSummary>[] {
  const published: Snapshot<DisclosedSummary>[] = [];
  for (const { on, summary } of snapshots) {
    const earlier = published.map((one) => one.summary);
    const next = protectNext({ all: summary, listable: { total: 0, parts: [], dimensions: [] } }, earlier, policy);
    if (next) published.push({ on, summary: next.numbers });
  }
  return published;
}
