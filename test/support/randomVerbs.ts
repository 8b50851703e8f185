import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { entities } from '../../src/entities';
import { addDays, dateAt } from '../../src/kernel/localDate';
import { toGlobalId } from '../../src/kernel/globalId';
import { CommitteeRow } from '../../src/store/row';
import { type Answer, type TestApi, type TestCommittee } from './api';
import { idFields, roleOf } from './idFields';

/** A small generator (Park & Miller 1988): the same seed gives the same history. */
export function randomly(seed: number): Random {
  let state = (seed % 2147483646) + 1;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  return { next, below: (count) => Math.floor(next() * count), one: (items) => items[Math.floor(next() * items.length)]! };
}

export interface Random {
  next(): number;
  below(count: number): number;
  one<T>(items: readonly T[]): T;
}

interface Known {
  readonly id: string;
  readonly version: number;
}

/** Says verbs of the API at random, with inputs that are right in form; the rules refuse some, and those leave nothing. */
export class RandomVerbs {
  private pool: Readonly<Record<string, readonly Known[]>> = {};
  private readonly names: readonly string[];

  constructor(
    private readonly api: TestApi,
    private readonly schema: GraphQLSchema,
    private readonly committee: TestCommittee,
    readonly random: Random,
    without: readonly string[] = [],
  ) {
    this.names = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter((name) => !without.includes(name));
  }

  /** Reads what there now is, so that the next verb is about something. */
  async look(): Promise<void> {
    const { dataSource } = this.api.database;
    const types = entities.filter((each) => each.prototype instanceof CommitteeRow);
    const sql = types.map((type) => {
      const table = dataSource.getMetadata(type).tableName;
      return `(select '${type.name}' as type, id::text, version from ${table} where committee_id = $1 order by recorded_at desc, id limit 12)`;
    });
    const found = await this.api.sql(sql.join(' union all '), [this.committee.id]);
    const pool: Record<string, Known[]> = { Agency: this.committee.agencyIds.map((id) => ({ id, version: 1 })) };
    for (const { type, id, version } of found) {
      (pool[String(type)] ??= []).push({ id: toGlobalId(String(type), String(id)), version: Number(version) });
    }
    this.pool = pool;
  }

  async say(): Promise<Answer & { verb: string }> {
    const verb = this.random.one(this.names);
    const type = this.schema.getMutationType()?.getFields()[verb]?.args[0]?.type as GraphQLInputType;
    const input = this.value(type, verb, '');
    const document = `mutation($input: ${String(type)}) { ${verb}(input: $input) { clientMutationId } }`;
    return { verb, ...(await this.committee.as(roleOf(verb))(document, { input })) };
  }

  private value(type: GraphQLInputType, verb: string, at: string): unknown {
    const bare = getNullableType(type);
    if (isListType(bare)) return Array.from({ length: 1 + this.random.below(2) }, () => this.value(bare.ofType, verb, at));
    if (isEnumType(bare)) return this.random.one(bare.getValues()).name;
    if (isInputObjectType(bare)) return this.object(bare, verb, at);
    if (bare.name === 'ID') return this.idOf(idFields[`${verb} ${at}`] ?? '');
    return this.scalar(bare.name);
  }

  private object(type: GraphQLInputObjectType, verb: string, at: string): object {
    const fields = Object.values(type.getFields()).filter(
      (field) => field.name !== 'clientMutationId' && (isNonNullType(field.type) || this.random.next() < 0.55),
    );
    const entries = fields.map((field) => [field.name, this.value(field.type, verb, at ? `${at}.${field.name}` : field.name)]);
    const value = Object.fromEntries(entries) as Record<string, unknown>;
    if ('version' in value) value.version = this.versionOf(String(value.id));
    return value;
  }

  private idOf(typeName: string): string {
    const known = this.pool[typeName] ?? [];
    return known.length > 0 ? this.random.one(known).id : toGlobalId(typeName, '00000000-0000-4000-8000-000000000000');
  }

  private versionOf(id: string): number {
    return (
      Object.values(this.pool)
        .flat()
        .find((known) => known.id === id)?.version ?? 1
    );
  }

  private scalar(name: string): unknown {
    if (name === 'LocalDate') return addDays(dateAt(this.api.clock.now), this.random.below(400) - 300);
    if (name === 'Int') return this.random.below(6);
    if (name === 'Float') return this.random.below(100);
    if (name === 'Boolean') return this.random.next() < 0.5;
    return `Words ${this.random.below(1000)}`;
  }
}
