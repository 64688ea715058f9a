import type { YearlyRunStanding } from '#application';

/** What of a run that stands still was set aside, and how it goes on. */
export function standstill({ year, subjects, evaluated, setAside }: YearlyRunStanding): string {
  const what =
    setAside.length > 0
      ? [
          '以下填报主体的评定多次中断处理程序，已搁置：',
          'The evaluation of these ended its worker again and again, and was set aside:',
          ...setAside.map(({ code, name }) => `  ${code} ${name}`),
        ]
      : [
          '汇总多次中断处理程序，已搁置。',
          'The summing up ended its worker again and again, and was set aside.',
        ];
  return [
    `${year}年度评定停住了，已评定 ${evaluated} / ${subjects}。The yearly run stands still.`,
    ...what,
    '请从日志查明原因并排除，再次运行本命令：只继续搁置的，已评定的不重做。',
    'Find and mend the cause by the log, then run this command again: it goes on with these alone.',
  ].join('\n');
}
