import type { PackContent } from './packContent.rules';
export const packPage = (content: PackContent, sha256: string | null): string => `${content.asAt}${sha256 ?? ''}`;
