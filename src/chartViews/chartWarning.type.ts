import { Field, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../api/describedEnum';
import { warningCodes, type WarningCode } from '../charts/warnings';

export const ChartWarningCode = describedEnum('ChartWarningCode', 'What to know before reading a chart.', warningCodes);

@ObjectType({ description: 'Something to know before reading a chart; never an error.' })
export class ChartWarning {
  @Field(() => ChartWarningCode, { description: 'The warning by name.' })
  code!: WarningCode;

  @Field({ description: 'The warning as a sentence.' })
  message!: string;

  @Field(() => Int, { nullable: true, description: 'The phase it is about; null for the whole chart.' })
  phase!: number | null;

  @Field(() => [String], { description: 'The periods it is about; none for all.' })
  periods!: string[];
}
