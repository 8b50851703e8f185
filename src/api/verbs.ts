import { Arg, Ctx, Field, InterfaceType, Mutation, Resolver } from 'type-graphql';
import type { Policy } from '../access/permit';
import { roles as allRoles, type Role } from '../access/roles';
import type { Work } from '../store/work';
import { Context } from './context';
import type { MutationInput } from './inputFields';

@InterfaceType({ description: 'What every mutation answers with.' })
export abstract class MutationPayload {
  @Field(() => String, { nullable: true, description: 'The name you gave the request, sent back.' })
  clientMutationId!: string | null;
}

/** Something the committee does: a mutation, who may do it, and the function that does it in one transaction. */
export interface Verb {
  readonly name: string;
  readonly by: readonly Role[];
  readonly resolver: new () => object;
}

interface VerbDeclaration<I extends MutationInput, P extends object> {
  readonly description: string;
  readonly by: readonly Role[];
  readonly input: new () => I;
  readonly gives: new () => P & MutationPayload;
  does(work: Work, input: I, ctx: Context): Promise<P>;
}

/** Declares a verb. `by` is the whole of who may say it: whoever is not named may not. */
export function verb<I extends MutationInput, P extends object>(name: string, declared: VerbDeclaration<I, P>): Verb {
  const { by, input, gives, does } = declared;
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
  return { name, by, resolver: VerbResolver };
}

/** Who may say what, over all verbs. */
export const policyOf = (verbs: readonly Verb[]): Policy => Object.fromEntries(verbs.map(({ name, by }) => [name, by]));

export const everyone = Object.keys(allRoles) as Role[];

const inWords = (role: Role): string => role.toLowerCase().replaceAll('_', ' ');
