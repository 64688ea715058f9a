import { type Command, type Ending, exitStatus, wrongUsage } from './command.js';

/** Loaded only when called, so that each starts fast. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  assess: async () => (await import('./commands/assess.command.js')).assess,
  template: async () => (await import('./commands/template.command.js')).template,
  rulebook: async () => (await import('./commands/rulebook.command.js')).rulebook,
  verify: async () => (await import('./commands/remake.command.js')).verify,
  replay: async () => (await import('./commands/remake.command.js')).replay,
  'yearly-run': async () => (await import('./commands/yearly-run.command.js')).yearlyRun,
  audit: async () => (await import('./commands/audit.command.js')).audit,
  backup: async () => (await import('./commands/backup.command.js')).backup,
  restore: async () => (await import('./commands/restore.command.js')).restoreCommand,
  'format-docs': async () => (await import('./commands/format-docs.command.js')).formatDocsCommand,
};

const usage = `用法 Usage:
  npm run -s assess -- FILE [FILE …]      评定报告 assess reports
  npm run -s template -- --programme ID --year Y   生成填报模板 write a template
  npm run -s rulebook [-- --out FILE]     输出规则 write the rulebooks
  npm run -s verify                       重新作出已存的评定结果 make determinations again
  npm run -s replay                       按现行规则重算 make them again by the rules of today
  npm run -s yearly-run -- --programme ID --year Y 年度评定 evaluate every subject
  npm run -s audit -- verify | export | archive    审计 verify, export or archive the audit log
  npm run -s backup -- OUT                备份 back up, while the service runs
  npm run -s restore -- IN                恢复到空的位置 restore into an empty place
  npm run -s docs:format [-- --out FOLDER]         输出格式说明 write the format's pages`;

async function run([name, ...words]: readonly string[]): Promise<Ending> {
  const load = name === undefined ? undefined : commands[name];
  if (!load) {
    const sentence = name === undefined ? '请给出命令。' : `没有“${name}”这个命令。`;
    return wrongUsage(sentence, usage);
  }
  const command = await load();
  return command(words);
}

/** A reader that stopped listening (`| head`) is no fault. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  const { status, result, talk } = await run(process.argv.slice(2));
  if (talk) process.stderr.write(`${talk}\n`);
  if (result) process.stdout.write(`${result}\n`);
  process.exitCode = status;
} catch (error) {
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`程序出错，不是报告的问题；请把下面的内容交给维护人员。\n${cause}\n`);
  process.exitCode = exitStatus.fault;
}
