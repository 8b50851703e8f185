import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLInputType } from 'graphql';

const samples: Readonly<Record<string, unknown>> = {
  ...{ String: 'Words', LocalDate: '2026-01-01', Int: 1, Float: 0.5, Boolean: false, ID: 'bm8tc3VjaC10aGluZw' },
};

/** The least input of a type that is right in form. */
export function sampleInput(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return [sampleInput(bare.ofType)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (!isInputObjectType(bare)) return samples[bare.name];
  const needed = Object.values(bare.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(needed.map((field) => [field.name, sampleInput(field.type)]));
}
