import { relation, rootList, toOne } from '../api/relations';
import { CouncilArea } from './councilArea.entity';
import { HealthBoard } from './healthBoard.entity';
import { QualityFramework } from './qualityFramework.entity';
import { QualityIndicator } from './qualityIndicator.entity';
import { qualityIndicators, themes } from './reference.lists';

export const referenceRelations = [
  rootList('themes', themes, 'The themes findings can be tagged with: the national ones and the committee’s own.'),
  rootList('qualityIndicators', qualityIndicators, 'The quality indicators of every framework version.'),
  relation(
    CouncilArea,
    'healthBoard',
    toOne(() => HealthBoard, 'healthBoardId', 'The health board that serves the area.'),
  ),
  relation(
    QualityIndicator,
    'framework',
    toOne(() => QualityFramework, 'frameworkId', 'The framework version it belongs to.'),
  ),
];
