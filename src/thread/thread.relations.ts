import { rootList } from '../api/relations';
import { threadBreaks } from './threadBreak.lists';

export const threadRelations = [
  rootList('threadBreaks', threadBreaks, 'Every break of your committee’s golden thread, by name, the longest broken first.'),
];
