import { dateAt } from '../kernel/localDate';
import { Theme } from '../reference/theme.entity';
import { LearningSource } from '../sources/learningSource.entity';
import type { RowReads } from '../store/rowReads';
import { Recurrence } from './recurrence.type';
import { RaisedTheme, type RepeatTheme, type ThemeOfSource } from './repeatTheme.type';

/** The themes that at least two sources raise, those of most sources first. */
export async function repeatThemesOf(reads: RowReads): Promise<RepeatTheme[]> {
  const [raised, recurrences] = await Promise.all([reads.all(RaisedTheme), reads.all(Recurrence)]);
  const themeIds = new Set(raised.map(({ themeId }) => themeId));
  const themes = await Promise.all(
    [...themeIds].map(async (id) => {
      const own = raised.filter(({ themeId }) => themeId === id);
      const [theme, sources] = await Promise.all([reads.find(Theme, id), sourcesOf(reads, own)]);
      const again = recurrences.filter((recurrence) => recurrence.themeIds.includes(id)).length;
      return theme && sources.length > 1 ? [shown(theme, sources, again)] : [];
    }),
  );
  return themes
    .flat()
    .sort((one, other) => other.sources.length - one.sources.length || (one.theme.code < other.theme.code ? -1 : 1));
}

async function sourcesOf(reads: RowReads, raised: readonly RaisedTheme[]): Promise<ThemeOfSource[]> {
  const sources = await Promise.all(
    raised.map(async ({ sourceId, findings }) => {
      const source = await reads.find(LearningSource, sourceId);
      return source ? [{ source, findings, year: yearOf(source) }] : [];
    }),
  );
  return sources.flat().sort((one, other) => one.year - other.year || (one.source.ref < other.source.ref ? -1 : 1));
}

const yearOf = ({ publishedYear, publishedOn, recordedAt }: LearningSource): number =>
  publishedYear ?? Number((publishedOn ?? dateAt(recordedAt)).slice(0, 4));

function shown(theme: Theme, sources: ThemeOfSource[], recurrences: number): RepeatTheme {
  const years = sources.map(({ year }) => year);
  return {
    theme,
    sources,
    findings: sources.reduce((sum, { findings }) => sum + findings, 0),
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
    recurrences,
  };
}
