import { renderArticle, rulebooks } from '#rulebook';
import { useEffect, useMemo } from 'react';
import { useLocation, useParams } from 'react-router';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { ProgrammeChoice } from '../frame/choices.js';
import './rulebook.css';

/** The law as it is encoded, to read and to link to; Chinese, as the law is. */
export default function RulebookPage() {
  const { hash } = useLocation();
  const { programme = rulebooks[0]?.programme.id } = useParams();
  const rulebook = rulebooks.find((each) => each.programme.id === programme);
  const article = useMemo(() => rulebook && renderArticle(rulebook), [rulebook]);
  useEffect(() => {
    const linked = document.getElementById(decodeURIComponent(hash.slice(1)));
    linked?.scrollIntoView();
    // Browsers take no part of a page for its target that came after its address.
    linked?.classList.add('linked');
    return () => linked?.classList.remove('linked');
  }, [hash, article]);
  if (!rulebook || article === undefined) return <NoSuchPlace />;
  return (
    <>
      <ProgrammeChoice programme={rulebook.programme} to={(each) => `/rulebook/${each}`} />
      {/* The rulebook's own rendering, in which whatever is not its own is escaped. */}
      <div className="rulebook" lang="zh-CN" dangerouslySetInnerHTML={{ __html: article }} />
    </>
  );
}
