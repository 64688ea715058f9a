import { Tabs } from 'antd';
import type { YearView } from '#contracts';
import type { DeterminationDocument } from '#engine';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Place } from '../desk/place.js';
import { ProblemsTable } from '../desk/problems-table.js';
import { ProblemsTogether } from '../desk/problems-together.js';
import { ReportFiles } from '../desk/report-files.js';
import { useSay } from '../language/language.js';
import { Changes } from './changes.js';
import { Conflicts, useConflicts } from './conflicts.js';
import { Declared } from './declared.js';
import { evidenceWords as words } from './evidence-words.js';
import { Findings } from './findings.js';
import { Samples } from './samples.js';

/** All that a year's report rests on, and what reviewers found of it. */
export function Evidence({
  place,
  standing,
  determination,
}: {
  readonly place: Place;
  readonly standing: YearView;
  readonly determination: DeterminationDocument | null | undefined;
}) {
  const say = useSay();
  // The address can be sent to somebody, and Back leads to the page before.
  const [query, setQuery] = useSearchParams();
  const { data: conflicts } = useConflicts(place);
  const count = conflicts && conflicts.length > 0 ? ` ${conflicts.length}` : '';
  const views: Readonly<Record<View, readonly [label: string, content: ReactNode]>> = {
    files: [
      say(words.filesTab),
      <Files place={place} standing={standing} determination={determination} />,
    ],
    declared: [say(words.declaredTab), determination && <Declared determination={determination} />],
    conflicts: [`${say(words.conflictsTab)}${count}`, <Conflicts place={place} />],
    samples: [say(words.samplesTab), <Samples place={place} />],
    findings: [say(words.findingsTab), <Findings place={place} />],
    changes: [
      say(words.changesTab),
      <Changes key={standing.round} place={place} rounds={standing.round} />,
    ],
  };
  const asked = asView(query.get(inAddress));
  return (
    <section className="sheet evidence">
      <h2 id="evidence">{say(words.evidence)}</h2>
      <Tabs
        aria-labelledby="evidence"
        activeKey={asked === 'declared' && !determination ? 'files' : asked}
        onChange={(key) => setQuery({ [inAddress]: key }, { replace: true })}
        destroyOnHidden
        animated={false}
        items={viewNames.map((key) => {
          const [label, children] = views[key];
          return { key, label, children, disabled: key === 'declared' && !determination };
        })}
      />
    </section>
  );
}

const inAddress = 'evidence';
const viewNames = ['files', 'declared', 'conflicts', 'samples', 'findings', 'changes'] as const;
type View = (typeof viewNames)[number];

function asView(value: string | null): View {
  return viewNames.find((each) => each === value) ?? 'files';
}

function Files({ place, standing, determination }: Parameters<typeof Evidence>[0]) {
  const [chosen, choose] = useState<string>();
  const files = standing.submitted;
  const file = files.find(({ id }) => id === chosen) ?? files[0];
  return (
    <>
      <ReportFiles place={place} files={files} shown={file?.id} show={choose} />
      {file?.state.kind === 'accepted' && (
        <ProblemsTable key={file.id} place={place} report={file} />
      )}
      {determination && <ProblemsTogether place={place} determination={determination} />}
    </>
  );
}
