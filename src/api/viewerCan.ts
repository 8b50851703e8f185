import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, registerEnumType, Resolver } from 'type-graphql';
import { roleRefusal } from '../access/permit';
import { whyNot } from '../access/policy';
import { badInput, notFound, Refusal, withheldFrom } from '../kernel/errors';
import type { Node, RowType } from '../store/row';
import { standingOf } from '../store/standing';
import { inWords } from '../store/store';
import { Context } from './context';
import { relation, type ResolverClass } from './relations';
import type { Verb } from './verbs';

/*
 * What whoever asks may do now, so that a client shows only what will work. It is made from the verbs as they are declared:
 * a field for each verb on everything a verb is said of.
 */

@ObjectType({ description: 'Whether you may use a mutation now. Rules about what you then say can still refuse it.' })
export class Allowance {
  @Field({ description: 'Whether your role, the rules of who may, and the state of the thing allow it.' })
  allowed!: boolean;

  @Field(() => String, { nullable: true, description: 'The rule that stands against it, by the name the refusal would have.' })
  rule!: string | null;

  @Field(() => String, { nullable: true, description: 'Why not, as a sentence.' })
  reason!: string | null;
}

const allowed: Allowance = { allowed: true, rule: null, reason: null };

const refused = ({ message, details }: Refusal): Allowance => ({
  allowed: false,
  rule: details.rule ?? null,
  reason: message,
});

const past = new Refusal('RULE_BROKEN', 'Nothing is changed in the past.', { rule: 'asAt.past' });

/** What the verb itself would answer for the same reasons; it costs one statement a request, whatever the number of rows. */
async function allowance(verb: Verb, row: object | null, ctx: Context): Promise<Allowance> {
  const byRole = ctx.isLookingBack ? past : roleRefusal(verb, ctx.actor, verb.name);
  if (byRole) return refused(byRole);
  // Nobody changes what is withheld from them, whatever their role.
  if (row && standingOf(row)?.withheld) return refused(withheldFrom(inWords(row.constructor.name), 'input.id'));
  const refusal = row && verb.provided.length > 0 ? whyNot(verb, row, await ctx.store.asker()) : null;
  return refusal ? refused(refusal) : allowed;
}

/** `viewerCan` on every type that verbs are said of. */
export function viewerCanFields(verbs: readonly Verb[]): ResolverClass[] {
  const types = [...new Set(verbs.flatMap(({ subject }) => subject?.type ?? []))] as RowType<Node>[];
  return types.map((type) => {
    const own = verbs.filter(({ subject }) => subject?.type === type);
    const ViewerCan = viewerCanType(type, own);
    return relation(type, 'viewerCan', {
      type: () => ViewerCan,
      description: 'Which mutations you may use on it now, each with the reason when not.',
      resolve: async (row, ctx) => {
        const answers = own.map(async (verb) => [verb.name, await allowance(verb, row, ctx)] as const);
        return Object.fromEntries(await Promise.all(answers));
      },
    });
  });
}

function viewerCanType({ name }: RowType, verbs: readonly Verb[]): new () => object {
  @ObjectType(`${name}ViewerCan`, { description: `Which mutations you may use on this ${inWords(name)} now.` })
  class ViewerCan {}
  for (const verb of verbs) Field(() => Allowance, { description: verb.description })(ViewerCan.prototype, verb.name);
  return ViewerCan;
}

/** `may` on the viewer: one verb by its name, on wish of one thing. */
export function viewerMayField(viewer: new () => object, verbs: readonly Verb[]): ResolverClass {
  const VerbName = verbEnum(verbs);
  const byName = new Map(verbs.map((verb) => [verb.name, verb]));

  @Resolver(() => viewer)
  class ViewerMay {
    @FieldResolver(() => Allowance, { description: 'Whether you may use a mutation now, at all or on one thing.' })
    async may(
      @Arg('verb', () => VerbName, { description: 'The mutation.' }) name: string,
      @Arg('id', () => ID, { nullable: true, description: 'What it is to be said of; left out, only your role is looked at.' })
      id: string | null | undefined,
      @Ctx() ctx: Context,
    ): Promise<Allowance> {
      const verb = byName.get(name);
      if (!verb) throw new Error(`There is no verb ${name}.`);
      return allowance(verb, id == null ? null : await subjectOf(verb, id, ctx), ctx);
    }
  }
  return ViewerMay;
}

function verbEnum(verbs: readonly Verb[]): Readonly<Record<string, string>> {
  const names = Object.fromEntries(verbs.map(({ name }) => [name, name]));
  const valuesConfig = Object.fromEntries(verbs.map(({ name, description }) => [name, { description }]));
  registerEnumType(names, { name: 'Verb', description: 'A mutation, by its name.', valuesConfig });
  return names;
}

/** @throws NOT_FOUND for what the verb is never said of, as for what does not exist or is another committee's */
async function subjectOf({ subject, name }: Verb, id: string, ctx: Context): Promise<object> {
  if (!subject) throw badInput('id', `${name} makes something new and is said of nothing that is there.`, 'verb.noSubject');
  const { type } = subject;
  const row = await ctx.store.get(type, id, 'id');
  if (type.isShownTo?.(row, ctx.actor) === false) throw notFound(inWords(type.name), 'id');
  return row;
}
