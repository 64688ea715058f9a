import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook that a browser saves under a name, in whatever script that is. */
export function workbookNamed(name: string, content: Readable): StreamableFile {
  return new StreamableFile(content, {
    type: workbook,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
