import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

const office = 'application/vnd.openxmlformats-officedocument';
const types = {
  docx: `${office}.wordprocessingml.document`,
  pdf: 'application/pdf',
  xlsx: `${office}.spreadsheetml.sheet`,
} as const;

/** A file that a browser saves under a name, in whatever script that is. */
export function fileNamed(
  name: string,
  format: keyof typeof types,
  content: Readable,
): StreamableFile {
  return new StreamableFile(content, {
    type: types[format],
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}

/** A workbook that a browser saves under a name. */
export function workbookNamed(name: string, content: Readable): StreamableFile {
  return fileNamed(name, 'xlsx', content);
}
