import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../api/connection';
import { ChoicesInput, OptionalIdsInput } from '../api/inputFields';
import { LocalDateScalar } from '../api/scalars';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../store/pageSql';
import type { DueRecord } from '../store/retention';
import { RetentionTrigger } from './retention.enums';

@ObjectType({ description: 'A record whose time is over, by a rule of the committee.' })
export class RetentionDue implements DueRecord {
  @Field(() => ID, { description: 'Names this rule and this record together; it cannot be fetched by itself.' })
  id!: string;

  ruleId!: string;
  kind!: string;
  rowId!: string;
  holdIds!: readonly string[];

  @Field(() => LocalDateScalar, { description: 'When its time began.' })
  triggeredOn!: string;

  @Field(() => LocalDateScalar, { description: 'When it was over.' })
  dueOn!: string;

  static visibleTo(): string {
    return 'true';
  }
}

export const RetentionDueConnection = connectionType(RetentionDue, 'KEPT_SMALL');

@InputType({ description: 'Which records that are due.' })
export class RetentionDueFilter {
  @ChoicesInput(() => RetentionTrigger, 'Only those whose time began with one of these.')
  triggers?: RetentionTrigger[] | null;

  @OptionalIdsInput('Only these records.')
  recordIds?: string[] | null;
}

@ArgsType()
export class RetentionDueArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the start (default ${DEFAULT_PAGE}, at most ${LARGEST_PAGE}).`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Start after this cursor.' })
  after?: string | null;

  @IsOptional()
  @ValidateNested()
  @Field(() => RetentionDueFilter, { nullable: true, description: 'Only records that meet every condition given.' })
  filter?: RetentionDueFilter | null;
}
