import { InputType } from 'type-graphql';
import { ChangeInput } from '../api/inputFields';

@InputType({ description: 'The meeting whose pack is sealed.' })
export class SealPackInput extends ChangeInput {}
