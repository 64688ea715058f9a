import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { openJson } from './json/open-json.js';
import type { ReportFile } from './report-file.js';
import { systemErrorCode, UnreadableFile } from './unreadable.js';
import { openWorkbook } from './xlsx/open-workbook.js';

const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const zipFile = Buffer.from('PK');
/** The stream that an encrypted workbook consists of, as the compound file names it. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');
const firstOfJson = /^(?:\ufeff)?\s*[{[]/;

interface FileFacts {
  readonly sha256: string;
  /** The first bytes, which tell the format. */
  readonly head: Buffer;
  readonly mentionsEncryption: boolean;
}

/**
 * Opens a report by what its first bytes say it is; its name does not matter.
 * @throws UnreadableFile where it is neither a workbook nor JSON
 */
export async function openReportFile(
  path: string,
): Promise<{ readonly sha256: string; readonly file: ReportFile }> {
  const { sha256, head, mentionsEncryption } = await factsOf(path);
  if (head.length === 0) throw new UnreadableFile('file-empty', '文件是空的，请重新选择文件。');
  if (startsWith(head, zipFile)) return { sha256, file: await openWorkbook(path) };
  if (startsWith(head, compoundFile)) throw compoundRefusal(mentionsEncryption);
  if (firstOfJson.test(head.toString('utf8'))) return { sha256, file: await openJson(path) };
  throw new UnreadableFile(
    'not-a-workbook',
    '既不是.xlsx工作簿，也不是JSON文件，请用WPS或Excel另存为.xlsx格式再报送。',
  );
}

function compoundRefusal(encrypted: boolean): UnreadableFile {
  return encrypted
    ? new UnreadableFile('encrypted', '文件设有打开密码，请取消密码后另存再报送。')
    : new UnreadableFile('old-xls', '是旧版.xls格式，请用WPS或Excel另存为.xlsx格式再报送。');
}

async function factsOf(path: string): Promise<FileFacts> {
  const hash = createHash('sha256');
  let head: Buffer | undefined;
  let tail = Buffer.alloc(0);
  let mentionsEncryption = false;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
      if (!Buffer.isBuffer(chunk)) throw new Error('a file stream gives buffers');
      hash.update(chunk);
      head ??= Buffer.from(chunk.subarray(0, 64));
      if (startsWith(head, compoundFile)) {
        const seen = Buffer.concat([tail, chunk]);
        mentionsEncryption ||= seen.includes(encryptedPackage);
        tail = Buffer.from(seen.subarray(-encryptedPackage.length));
      }
    }
  } catch (error) {
    if (missing.includes(systemErrorCode(error) ?? '')) {
      throw new UnreadableFile('file-missing', '找不到这个文件，请核对文件名和路径。');
    }
    throw error;
  }
  return { sha256: hash.digest('hex'), head: head ?? Buffer.alloc(0), mentionsEncryption };
}

const missing = ['ENOENT', 'EISDIR', 'ENOTDIR'];

const startsWith = (bytes: Buffer, prefix: Buffer) =>
  bytes.subarray(0, prefix.length).equals(prefix);
