import { relation, rootList, toFew, toOne } from '../api/relations';
import { Member } from '../members/member.entity';
import { Action } from './action.entity';
import { DueDateChange } from './actionRecord.entity';
import { RedateRequest } from './redateRequest.entity';
import { redateRequests } from './redateRequest.lists';

export const redateRequestRelations = [
  rootList('redateRequests', redateRequests, 'Requests for new due dates.'),
  relation(Action, 'redateRequests', toFew(RedateRequest, 'actionId', ['recordedAt'], 'Every request for a new due date.')),
  relation(
    RedateRequest,
    'action',
    toOne(() => Action, 'actionId', 'The action.'),
  ),
  relation(
    RedateRequest,
    'requestedBy',
    toOne(() => Member, 'requestedById', 'Who asked.'),
  ),
  relation(
    RedateRequest,
    'settledBy',
    toOne(() => Member, 'settledById', 'Who decided, or withdrew it.', 'nullable'),
  ),
  relation(
    RedateRequest,
    'dueDateChange',
    toOne(() => DueDateChange, 'dueDateChangeId', 'The new date it led to; it may be another than was asked for.', 'nullable'),
  ),
];
