import { Arg, Ctx, Field, InterfaceType, Mutation, Resolver } from 'type-graphql';
import type { Permission } from '../access/policy';
import type { Role } from '../access/roles';
import type { RowType } from '../store/row';
import type { VerbPermission } from '../store/subject';
import type { Work } from '../store/work';
import { Context, type Policy } from './context';
import type { MutationInput } from './inputFields';

@InterfaceType({ description: 'What every mutation answers with.' })
export abstract class MutationPayload {
  @Field(() => String, { nullable: true, description: 'The name you gave the request, sent back.' })
  clientMutationId!: string | null;
}

/** Something the committee does: a mutation, who may do it, and the function that does it in one transaction. */
export interface Verb extends VerbPermission {
  readonly name: string;
  readonly description: string;
  readonly resolver: new () => object;
}

interface VerbDeclaration<I extends MutationInput, P extends object, R extends object> extends Pick<Permission<R>, 'by'> {
  readonly description: string;
  /** What must be so of the thing it is said of. */
  readonly provided?: Permission<R>['provided'];
  /** What it is said of, when it changes something that is there. */
  readonly on?: RowType<R>;
  /** The input that names it, when it is not `id`. */
  readonly named?: string;
  readonly input: new () => I;
  readonly gives: new () => P & MutationPayload;
  does(work: Work, input: I, ctx: Context): Promise<P>;
}

/** Declares a verb. Its permission, from the policy of its feature, is the whole of who may say it. */
export function verb<I extends MutationInput, P extends object, R extends object>(
  name: string,
  declared: VerbDeclaration<I, P, R>,
): Verb {
  const { by, provided = [], on, named = 'id', input, gives, does } = declared;
  @Resolver()
  class VerbResolver {}
  const { prototype } = VerbResolver;
  const method = (given: I, ctx: Context) => ctx.change(name, given, does);
  Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true });
  Reflect.defineMetadata('design:paramtypes', [input, Context], prototype, name);
  const description = `${declared.description} By: ${by.map(inWords).join(', ')}.`;
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as TypedPropertyDescriptor<unknown>;
  Mutation(() => gives, { description })(prototype, name, descriptor);
  Arg('input', () => input, { description: 'What to do, and on which version.' })(prototype, name, 0);
  Ctx()(prototype, name, 1);
  return { name, description, by, provided, subject: on && { type: on, named }, resolver: VerbResolver };
}

/** Every verb by its name. */
export const policyOf = (verbs: readonly Verb[]): Policy => Object.fromEntries(verbs.map((each) => [each.name, each]));

const inWords = (role: Role): string => role.toLowerCase().replaceAll('_', ' ');
