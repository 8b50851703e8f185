import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { Theme } from '../reference/theme.entity';
import { LearningSource } from '../sources/learningSource.entity';
import { LinkRow, type Derivation } from '../store/row';
import { raisedThemesSql } from './recurrenceSql.rules';

/** How many concerns of one theme one source raises. */
export class RaisedTheme extends LinkRow {
  themeId!: string;
  sourceId!: string;
  findings!: number;

  static derived(): Derivation {
    return { sql: raisedThemesSql, properties: ['id', 'committeeId', 'themeId', 'sourceId', 'findings'] };
  }
}

@ObjectType({ description: 'How often one source raises a theme.' })
export class ThemeOfSource {
  @Field(() => LearningSource, { description: 'The source.' })
  source!: LearningSource;

  @Field(() => Int, { description: 'The year it was published; where that is not known, the year it was recorded.' })
  year!: number;

  @Field(() => Int, { description: 'Its findings with the theme that are a concern or mixed, and were not refused or replaced.' })
  findings!: number;
}

@ObjectType({ description: 'A theme that several sources raise.' })
export class RepeatTheme {
  @Field(() => Theme, { description: 'The theme.' })
  theme!: Theme;

  @Extensions({ listSize: 5 })
  @Field(() => [ThemeOfSource], { description: 'The sources that raise it, oldest first.' })
  sources!: ThemeOfSource[];

  @Field(() => Int, { description: 'How many findings raise it, over all sources.' })
  findings!: number;

  @Field(() => Int, { description: 'The year of the oldest of these sources.' })
  firstYear!: number;

  @Field(() => Int, { description: 'The year of the latest of these sources.' })
  lastYear!: number;

  @Field(() => Int, { description: 'How often it was raised again after it had been closed as effective: see recurrences.' })
  recurrences!: number;
}
