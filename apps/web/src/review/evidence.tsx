import { Radio, type RadioChangeEvent } from 'antd';
import type { YearView } from '#contracts';
import type { DeterminationDocument } from '#engine';
import { useState } from 'react';
import type { Place } from '../desk/place.js';
import { ProblemsTable } from '../desk/problems-table.js';
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
  const [view, setView] = useState<View>('files');
  const { data: conflicts } = useConflicts(place);
  const count = conflicts && conflicts.length > 0 ? ` ${conflicts.length}` : '';
  const views = {
    files: <Files place={place} standing={standing} />,
    declared: determination && <Declared determination={determination} />,
    conflicts: <Conflicts place={place} />,
    samples: <Samples place={place} />,
    findings: <Findings place={place} />,
    changes: <Changes key={standing.round} place={place} rounds={standing.round} />,
  };
  const labels = {
    files: say(words.filesTab),
    declared: say(words.declaredTab),
    conflicts: `${say(words.conflictsTab)}${count}`,
    samples: say(words.samplesTab),
    findings: say(words.findingsTab),
    changes: say(words.changesTab),
  };
  return (
    <section className="sheet">
      <h2>{say(words.evidence)}</h2>
      <Radio.Group
        aria-label={say(words.evidence)}
        optionType="button"
        value={view}
        onChange={({ target }: RadioChangeEvent) => setView(asView(target.value))}
        options={viewNames.map((value) => ({
          ...{ value, label: labels[value] },
          disabled: value === 'declared' && !determination,
        }))}
        className="spaced"
      />
      <div className="evidence">{views[view]}</div>
    </section>
  );
}

const viewNames = ['files', 'declared', 'conflicts', 'samples', 'findings', 'changes'] as const;
type View = (typeof viewNames)[number];

function asView(value: unknown): View {
  return viewNames.find((each) => each === value) ?? 'files';
}

function Files({ place, standing }: { readonly place: Place; readonly standing: YearView }) {
  const [chosen, choose] = useState<string>();
  const files = standing.submitted;
  const file = files.find(({ id }) => id === chosen) ?? files[0];
  return (
    <>
      <ReportFiles place={place} files={files} shown={file?.id} show={choose} />
      {file?.state.kind === 'accepted' && (
        <ProblemsTable key={file.id} place={place} report={file} />
      )}
    </>
  );
}
