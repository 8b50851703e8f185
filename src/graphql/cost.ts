import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  INTROSPECTION_COST,
  isConnection,
  isRelayLevel,
  MUTATION_COST,
  ownCostOf,
  sizeOf,
  type Field,
  type Variables,
} from './costRules';
import type { Limits } from './limits';

export interface Weight {
  readonly cost: number;
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly fields: number;
}

export interface Weighed {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Already coerced, so that defaults are in. */
  readonly variables: Variables;
  readonly limits: Limits;
}

const nothing: Weight = { cost: 0, depth: 0, introspectionDepth: 0, aliases: 0, fields: 0 };

/** What a valid operation asks for at most. Each fragment is weighed once for each page size, however often it is spread. */
export function weigh(weighed: Weighed): Weight {
  const root = weighed.schema.getRootType(weighed.operation.operation);
  return root ? new Scales(weighed).selections(weighed.operation.selectionSet, root, 1) : nothing;
}

class Scales {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, Weight>();

  constructor(private readonly weighed: Weighed) {
    const fragments = weighed.document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** `pageSize` is how many rows the connection that holds these selections can have; elsewhere it means nothing. */
  selections(set: SelectionSetNode, parent: GraphQLCompositeType, pageSize: number): Weight {
    return set.selections.map((each) => this.selection(each, parent, pageSize)).reduce(together, nothing);
  }

  private selection(node: SelectionNode, parent: GraphQLCompositeType, pageSize: number): Weight {
    if (node.kind === Kind.FIELD) return this.field(node, parent, pageSize);
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.spread(node.name.value, pageSize);
    return this.selections(node.selectionSet, this.composite(node.typeCondition?.name.value) ?? parent, pageSize);
  }

  private spread(name: string, pageSize: number): Weight {
    const key = `${name} ${pageSize}`;
    const known = this.known.get(key);
    if (known) return known;
    const fragment = this.fragments.get(name);
    const type = this.composite(fragment?.typeCondition.name.value);
    const weight = fragment && type ? this.selections(fragment.selectionSet, type, pageSize) : nothing;
    this.known.set(key, weight);
    return weight;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType, pageSize: number): Weight {
    const bare = { ...nothing, fields: 1, aliases: node.alias ? 1 : 0 };
    const field = fieldOf(parent, node.name.value);
    if (!field) return bare;
    const own = { ...bare, cost: ownCostOf(field, node, this.weighed.variables) };
    const size = sizeOf(field, node, this.weighed.variables, this.weighed.limits);
    const type = getNamedType(field.type);
    if (!isCompositeType(type) || !node.selectionSet) return own;
    const inner = this.selections(node.selectionSet, type, size);
    return together(own, this.composed(field, parent, type, { inner, size, pageSize }));
  }

  private composed(field: Field, parent: GraphQLCompositeType, type: GraphQLNamedType, of: Inner): Weight {
    const { inner } = of;
    if (type.name.startsWith('__')) {
      const cost = parent.name.startsWith('__') ? 0 : INTROSPECTION_COST;
      return { ...inner, cost, introspectionDepth: inner.introspectionDepth + 1 };
    }
    const depth = inner.depth + (isRelayLevel(parent.name, field.name) ? 0 : 1);
    return { ...inner, depth, cost: this.cost(field, parent, type, of) };
  }

  private cost(field: Field, parent: GraphQLCompositeType, type: GraphQLNamedType, { inner, size, pageSize }: Inner): number {
    if (parent === this.weighed.schema.getMutationType()) return MUTATION_COST + inner.cost;
    if (isRelayLevel(parent.name, field.name)) return relayCost(field.name, pageSize, inner.cost);
    // A connection is one thing; the rows it can have are counted where its `nodes` or `edges` are asked for.
    return isConnection(type.name) ? 1 + inner.cost : size * (1 + inner.cost);
  }

  private composite(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.weighed.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

interface Inner {
  readonly inner: Weight;
  readonly size: number;
  readonly pageSize: number;
}

/** `edges` costs nothing itself: its `node` is the row. */
function relayCost(name: string, pageSize: number, inner: number): number {
  if (name === 'nodes') return pageSize * (1 + inner);
  if (name === 'edges') return pageSize * inner;
  return name === 'node' ? 1 + inner : inner;
}

function fieldOf(parent: GraphQLCompositeType, name: string): Field | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

const together = (one: Weight, other: Weight): Weight => ({
  cost: bounded(one.cost + other.cost),
  depth: Math.max(one.depth, other.depth),
  introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
  aliases: bounded(one.aliases + other.aliases),
  fields: bounded(one.fields + other.fields),
});

/** Fragment bombs reach sums that JSON cannot write. */
const bounded = (sum: number): number => Math.min(sum, Number.MAX_SAFE_INTEGER);
