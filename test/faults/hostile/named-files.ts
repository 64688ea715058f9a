import { bombs } from './bombs.js';
import { brokenZips } from './broken-zips.js';
import type { HostileFile } from './hostile-file.js';
import { nastyJson } from './nasty-json.js';
import { noReports } from './no-reports.js';
import { trickyXml } from './tricky-xml.js';

/** Every hostile file that has a name; all are about the small programme. */
export const namedFiles: readonly HostileFile[] = [
  ...noReports,
  ...brokenZips,
  ...bombs,
  ...trickyXml,
  ...nastyJson,
];
