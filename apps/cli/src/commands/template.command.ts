import { reportYears } from '#engine';
import { writeTemplate } from '#report';
import { findProgramme, programmes } from '#rulebook';
import { type Command, exitStatus, wrongUsage } from '../command.js';
import { parseOptions } from '../options.js';
import { saveNew, unwritable } from '../output-file.js';

const usage = `用法 Usage:
  npm run -s template -- --programme ID --year Y [--out FILE.xlsx]

  --programme      项目编码：${programmes.map(({ id, name }) => `${id}（${name}）`).join('、')}
  --year           报告年度
  --out            存到哪里；默认为当前目录下的 项目编码-年度.xlsx；不覆盖已有的文件`;

/** Writes the workbook that a clerk fills in, and says where it is on stdout. */
export const template: Command = async (words) => {
  const options = parseOptions(words, {
    programme: { type: 'string' },
    year: { type: 'string' },
    out: { type: 'string' },
  });
  if (options.kind === 'wrong') return wrongUsage(options.sentence, usage);
  const given = options.values;
  if (given.help) return { status: exitStatus.done, result: usage };
  const programme = given.programme === undefined ? undefined : findProgramme(given.programme);
  if (!programme) {
    return wrongUsage(
      given.programme === undefined
        ? '请用 --programme 给出项目编码。'
        : `没有“${given.programme}”这个项目。`,
      usage,
    );
  }
  const years = reportYears(programme);
  const year = years.find((each) => String(each) === given.year);
  if (year === undefined) {
    return wrongUsage(
      `请用 --year 给出报告年度：${years.join('、')}${given.year === undefined ? '' : `，不能是“${given.year}”`}。`,
      usage,
    );
  }
  const out = given.out ?? `${programme.id}-${year}.xlsx`;
  const refused = await unwritable(out, () =>
    // An empty form is for everybody.
    saveNew(out, (stream) => writeTemplate(programme, year, stream), 0o666),
  );
  return (
    refused ?? { status: exitStatus.done, result: out, talk: '填报模板已生成 template written:' }
  );
};
