import type { DataSource } from 'typeorm';
import type { Role } from '../src/access/roles';
import { Context } from '../src/api/context';
import type { MutationInput } from '../src/api/inputFields';
import { policyOf } from '../src/api/verbs';
import { PdsaQuestion, Prediction } from '../src/cycles/cyclePlan.entity';
import { answering } from '../src/graphql/answering';
import { makeSchema } from '../src/graphql/schema';
import { toGlobalId } from '../src/kernel/globalId';
import { guardTexts } from '../src/privacy/textGuard.service';
import type { Founded } from '../src/store/founding';
import type { Store } from '../src/store/store';
import type { Work } from '../src/store/work';
import { readings } from '../src/readings';
import { verbs } from '../src/verbs';

type Does<I, P> = (work: Work, input: I, ctx: Context) => Promise<P>;

const answer = answering(makeSchema);

/**
 * Writes demonstration data as its committee would have: each verb of the API, in a role that may say it, on a day in
 * the past. What the rules refuse cannot get into the data.
 */
export class Scribe {
  private readonly policy = policyOf(verbs);
  private readonly waiting: { readonly day: string; write(): Promise<void> }[] = [];
  private busy = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly founded: Founded,
  ) {}

  /** The global id of an agency of the committee. */
  agency(name: string): string {
    return toGlobalId('Agency', this.founded.agencyIds.get(name) ?? '');
  }

  member(role: Role): string {
    return toGlobalId('Member', this.founded.memberIds.get(role) ?? '');
  }

  /**
   * Stories that are told side by side are written in the order of their days.
   * @param day the day on which it is done, at ten in the morning
   */
  say<I extends MutationInput, P extends object>(role: Role, day: string, does: Does<I, P>, input: I): Promise<P> {
    return new Promise((resolve, reject) => {
      const write = () => this.busily(role, day, (context) => context.change(does.name, input, does)).then(resolve, reject);
      this.waiting.push({ day, write });
      this.whenIdle();
    });
  }

  /** Reads what was written, as the lead officer sees it. */
  read<T>(ask: (store: Store) => Promise<T>): Promise<T> {
    return this.busily('LEAD_OFFICER', '2026-01-01', (context) => ask(context.store));
  }

  /** The one prediction of a cycle, which its comparison has to name. */
  async firstPrediction(cycle: { readonly id: string }): Promise<string> {
    const prediction = await this.read(async (store) => {
      const [question] = await store.children(PdsaQuestion, 'cycleId', cycle.id);
      return question ? (await store.children(Prediction, 'questionId', question.id))[0] : undefined;
    });
    if (!prediction) throw new Error('This cycle predicts nothing.');
    return prediction.globalId;
  }

  private async busily<T>(role: Role, day: string, act: (context: Context) => Promise<T>): Promise<T> {
    this.busy += 1;
    try {
      return await this.inContext(role, day, act);
    } finally {
      this.busy -= 1;
      this.whenIdle();
    }
  }

  /** Once every story waits for its next day, the earliest of them goes on. */
  private whenIdle(): void {
    setImmediate(() => {
      if (this.busy > 0 || this.waiting.length === 0) return;
      const first = this.waiting.reduce((earliest, each) => (each.day < earliest.day ? each : earliest));
      this.waiting.splice(this.waiting.indexOf(first), 1);
      void first.write();
    });
  }

  private async inContext<T>(role: Role, day: string, act: (context: Context) => Promise<T>): Promise<T> {
    const id = this.founded.memberIds.get(role);
    if (!id) throw new Error(`The committee has no ${role}.`);
    const context = new Context({
      dataSource: this.dataSource,
      actor: { kind: 'PERSON', id, committeeId: this.founded.committeeId, role },
      clock: () => new Date(`${day}T10:00:00Z`),
      policy: this.policy,
      answer,
      reading: readings,
      guard: guardTexts,
    });
    try {
      return await act(context);
    } finally {
      await context.end();
    }
  }
}
