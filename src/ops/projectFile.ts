import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of the project, found from the sources and from the compiled copy in dist alike. */
export const projectFile = (...parts: readonly string[]): string => join(projectFolder(__dirname), ...parts);

const projectFolder = (folder: string): string =>
  existsSync(join(folder, 'package.json')) ? folder : projectFolder(dirname(folder));
