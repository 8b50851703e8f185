import { relation, rootList, toFewThrough, toMany, toOne } from '../api/relations';
import { QualityIndicator } from '../reference/qualityIndicator.entity';
import { Theme } from '../reference/theme.entity';
import { LearningSource } from '../sources/learningSource.entity';
import { Finding, FindingIndicator, FindingTheme } from './finding.entity';
import { findings } from './finding.lists';

const themesOf = { through: FindingTheme, parent: 'findingId', child: 'themeId' };
const indicatorsOf = { through: FindingIndicator, parent: 'findingId', child: 'indicatorId' };

export const findingRelations = [
  rootList('findings', findings, 'What your committee’s sources found.'),
  relation(
    Finding,
    'source',
    toOne(() => LearningSource, 'sourceId', 'The source it comes from.'),
  ),
  relation(
    Finding,
    'primaryTheme',
    toOne(() => Theme, 'primaryThemeId', 'Its main theme.', 'nullable'),
  ),
  relation(Finding, 'themes', toFewThrough(Theme, themesOf, ['code'], 'All its themes.')),
  relation(Finding, 'indicators', toFewThrough(QualityIndicator, indicatorsOf, ['code'], 'The quality indicators it bears on.')),
  relation(
    Finding,
    'repeatOf',
    toOne(() => Finding, 'repeatOfId', 'The earlier finding it repeats.', 'nullable'),
  ),
  relation(Finding, 'repeatedBy', toMany(findings, { by: 'repeatOfId' }, 'Later findings that repeat it.')),
  relation(
    Finding,
    'supersededBy',
    toOne(() => Finding, 'supersededById', 'The finding that replaced it.', 'nullable'),
  ),
  relation(LearningSource, 'findings', toMany(findings, { by: 'sourceId' }, 'What it found.')),
  relation(
    Theme,
    'findings',
    toMany(findings, { through: FindingTheme, parent: 'themeId', child: 'findingId' }, 'The findings with this theme.'),
  ),
  relation(
    QualityIndicator,
    'findings',
    toMany(findings, { through: FindingIndicator, parent: 'indicatorId', child: 'findingId' }, 'The findings that bear on it.'),
  ),
];
