import { describedEnum } from '../api/describedEnum';

export const DriverKind = describedEnum('DriverKind', 'Where a driver stands in a driver diagram.', {
  PRIMARY: 'One of the few big things the aim depends on.',
  SECONDARY: 'Something more particular that moves one or more primary drivers.',
});
export type DriverKind = keyof typeof DriverKind;
