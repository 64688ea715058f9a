import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { checkpointView } from '#contracts';
import { useState } from 'react';
import { address, read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { colon, useSay } from '../language/language.js';
import { tableOf, type Column } from './table.js';

const words = {
  workbook: { zh: '导出 .xlsx', en: 'Save as .xlsx' },
  csv: { zh: '导出 .csv', en: 'Save as .csv' },
} as const;
const checkpointWords = { zh: '审计校验点', en: 'Audit checkpoint' };

/** Buttons that save a table as a workbook or as CSV, with where the audit chain stood at its foot. */
export function ExportTable<T>({
  name,
  columns,
  rows,
}: {
  /** Names the file and the sheet. */
  readonly name: string;
  readonly columns: readonly Column<T>[];
  /** The rows, or what reads them where not all are there. */
  readonly rows: readonly T[] | (() => Promise<readonly T[]>);
}) {
  const say = useSay();
  const [saving, setSaving] = useState<keyof typeof words>();
  const [error, setError] = useState<unknown>();
  const save = async (kind: keyof typeof words) => {
    setSaving(kind);
    setError(undefined);
    try {
      const { number, chain } = await read(address(['audit', 'checkpoint']), checkpointView);
      const foot = `${say(checkpointWords)} ${number}:${chain}`;
      const table = tableOf(name, columns, typeof rows === 'function' ? await rows() : rows, foot);
      if (kind === 'csv') offer((await import('./csv.js')).asCsv(table), `${name}.csv`);
      else offer(await (await import('./workbook.js')).asWorkbook(table), `${name}.xlsx`);
    } catch (wrong) {
      setError(wrong);
    }
    setSaving(undefined);
  };
  return (
    <span className="export-table">
      {(['workbook', 'csv'] as const).map((kind) => (
        <Button
          key={kind}
          size="small"
          type="text"
          icon={<DownloadOutlined aria-hidden />}
          loading={saving === kind}
          aria-label={`${say(words[kind])}${say(colon)}${name}`}
          onClick={() => void save(kind)}
        >
          {say(words[kind])}
        </Button>
      ))}
      <FailureNotice error={error} />
    </span>
  );
}

function offer(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser takes the file in its own time.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
