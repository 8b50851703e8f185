import type { DataSource } from 'typeorm';
import type { Actor } from '../access/actor';
import { roleRefusal } from '../access/permit';
import { readersOfType, type Reading } from '../access/reading';
import type { Clock } from '../kernel/clock';
import { badInput } from '../kernel/errors';
import { dateAt, type LocalDate } from '../kernel/localDate';
import { requireRecord } from '../store/asAt';
import { Node, type RowType } from '../store/row';
import { tieredRowsIn } from '../store/answer';
import { noteRestrictedReads, type RestrictedReads } from '../store/restrictedReads';
import { readSession, type Session } from '../store/session';
import { SharedReading } from '../store/sharedReading';
import { watch } from '../store/standing';
import { Store } from '../store/store';
import type { VerbPermission } from '../store/subject';
import type { Work } from '../store/work';
import { write } from '../store/write';
import type { MutationInput } from './inputFields';
import type { AnswerData, Question, Reader } from './question';

/** What a change answers with, and the name its sender gave the request. */
export type Changed<P> = P & { clientMutationId: string | null };

/** Every verb there is, with its permission. */
export type Policy = Readonly<Record<string, VerbPermission>>;

export interface ContextParts {
  readonly dataSource: DataSource;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly reading: Reading;
  /** Looks at every text that is to be kept, whatever the verb. */
  readonly guard: Guard;
  /** Answers a query by the schema, for code that asks the API what its clients ask. @throws what any of its fields refused */
  readonly answer: (question: Question, context: Context) => Promise<AnswerData>;
}

interface Looking {
  current?: { readonly session: Session; readonly store: Store } | undefined;
  asAt?: Date;
  isOver?: boolean;
}

/** @throws what stands against keeping the texts of this input */
export type Guard = (work: Work, verb: string, input: MutationInput) => Promise<void>;

/** One request: who asks, what they may read, and the one way to change anything. */
export class Context {
  readonly actor: Actor;
  readonly policy: Policy;
  /** What is read of other committees under agreements. */
  readonly sharedReading = new SharedReading();
  /** Kept in an object of its own, because Apollo works on a shallow copy of the context. */
  private readonly reading: Looking = {};
  private readonly restrictedReads: RestrictedReads = { operation: '', found: new Map() };
  private readonly now: Date;

  constructor(private readonly parts: ContextParts) {
    this.actor = parts.actor;
    this.policy = parts.policy;
    this.now = parts.clock();
  }

  /** The day the answer is for. */
  get today(): LocalDate {
    return dateAt(this.reading.asAt ?? this.now);
  }

  /** Whether the answer is about a moment gone by, in which nothing can be changed. */
  get isLookingBack(): boolean {
    return this.reading.asAt !== undefined;
  }

  /** What the actor may read, as it stood when the request first read something. */
  get store(): Store {
    // Fields beside one that failed may still be running; a session they began would never end.
    if (this.reading.isOver) throw new Error('A read was started after its request was answered.');
    this.reading.current ??= this.startReading();
    return this.reading.current.store;
  }

  /**
   * Lets a verb change something, if the actor's role may say that verb.
   * Reading ends first and starts afresh afterwards, so that the answer shows the change.
   */
  async change<I extends MutationInput, P extends object>(
    verb: string,
    input: I,
    perform: (work: Work, input: I, ctx: Context) => Promise<P>,
  ): Promise<Changed<P>> {
    const permission = this.policy[verb];
    if (!permission) throw new Error(`There is no permission for ${verb}.`);
    const refusal = roleRefusal(permission, this.actor, verb);
    if (refusal) throw refusal;
    await this.stopReading();
    const { dataSource, actor, clock, guard } = this.parts;
    const guarded = async (work: Work): Promise<P> => {
      await guard(work, verb, input);
      return perform(work, input, this);
    };
    const answer = await write(dataSource, actor, clock, { verb, permission, input, perform: guarded });
    for (const row of tieredRowsIn(answer)) watch(row, this.onRestrictedRead);
    return { ...answer, clientMutationId: input.clientMutationId ?? null };
  }

  /**
   * Every read of this request is answered as it stood at a moment; who may ask is settled by now.
   * @throws BAD_USER_INPUT for a moment that has not come, or before the committee's record begins
   */
  async lookBackTo(moment: Date): Promise<void> {
    if (moment > this.now) throw badInput('asAt.moment', 'This moment has not come yet.', 'asAt.future');
    this.reading.asAt = moment;
    await requireRecord(moment, () => (this.reading.current ??= this.startReading()).session);
  }

  mayRead(typeName: string): boolean {
    return readersOfType(this.parts.reading, typeName).includes(this.actor.role);
  }

  /** Answers a query in the name of this context. */
  ask(question: Question): Promise<AnswerData> {
    return this.parts.answer(question, this);
  }

  /** Reads as another reader, or another moment, on the connection of `session`, which is that of this request or of its change. */
  beside<T>(session: Session, { actor, asAt }: Reader, run: (context: Context) => Promise<T>): Promise<T> {
    return session.beside({ ...actor, today: dateAt(this.now), asAt, now: this.now }, (inside) => {
      const context = new Context({ ...this.parts, actor, clock: () => this.now });
      if (asAt) context.reading.asAt = asAt;
      context.reading.current = { session: inside, store: context.storeOf(inside) };
      return run(context);
    });
  }

  /** The moment that the answer is of. */
  get moment(): Date {
    return this.reading.asAt ?? this.now;
  }

  /** The type a global id names, if rows of it can be fetched by id. */
  nodeType(name: string): RowType<Node> | undefined {
    const type = this.parts.dataSource.entityMetadatas.find((metadata) => metadata.name === name)?.target as
      RowType<Node> | undefined;
    return type && type.prototype instanceof Node ? type : undefined;
  }

  /** The types whose rows can be fetched by id. */
  nodeTypes(): RowType<Node>[] {
    const types = this.parts.dataSource.entityMetadatas.map(({ target }) => target as RowType<Node>);
    return types.filter(({ prototype }) => prototype instanceof Node);
  }

  /** The name of the type whose rows a table keeps. */
  typeNameOf(table: string): string {
    return this.parts.dataSource.entityMetadatas.find(({ tableName }) => tableName === table)?.name ?? table;
  }

  /** The name in the API of what a column keeps. */
  propertyOf(table: string, column: string): string {
    const metadata = this.parts.dataSource.entityMetadatas.find(({ tableName }) => tableName === table);
    return metadata?.columns.find(({ databaseName }) => databaseName === column)?.propertyName ?? column;
  }

  /** What this request is called in the log of reads. */
  runs(operation: string): void {
    this.restrictedReads.operation = operation;
  }

  /**
   * Ends reading and gives the connection back. What was RESTRICTED, and what was read under agreements, is on record before any of
   * it leaves: an answer that cannot be noted is not given.
   */
  async end(): Promise<void> {
    this.reading.isOver = true;
    await this.stopReading();
  }

  private async stopReading(): Promise<void> {
    const { current } = this.reading;
    this.reading.current = undefined;
    await current?.session.end('COMMIT');
    await noteRestrictedReads(this.parts.dataSource, this.actor, this.now, this.restrictedReads);
    await this.sharedReading.keep(this.parts.dataSource, this.actor, this.now);
  }

  private readonly onRestrictedRead = (kind: string, id: string): unknown => this.restrictedReads.found.set(id, kind);

  private startReading(): { session: Session; store: Store } {
    const { dataSource } = this.parts;
    const session = readSession(dataSource, { ...this.actor, today: dateAt(this.now), asAt: this.reading.asAt, now: this.now });
    return { session, store: this.storeOf(session) };
  }

  private storeOf(session: Session): Store {
    const seen = { today: this.today, onRestrictedRead: this.onRestrictedRead };
    return new Store(this.parts.dataSource, session, this.actor, seen);
  }
}
