import { Segmented } from 'antd';
import { renderArticle, rulebooks } from '#rulebook';
import { useEffect, useMemo } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { useSay } from '../language/language.js';
import './rulebook.css';

/** The law as it is encoded, to read and to link to; Chinese, as the law is. */
export default function RulebookPage() {
  const say = useSay();
  const go = useNavigate();
  const { hash } = useLocation();
  const { programme = rulebooks[0]?.programme.id } = useParams();
  const rulebook = rulebooks.find((each) => each.programme.id === programme);
  const article = useMemo(() => rulebook && renderArticle(rulebook), [rulebook]);
  useEffect(() => {
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash, article]);
  if (article === undefined) return <NoSuchPlace />;
  return (
    <>
      <Segmented
        aria-label={say({ zh: '项目', en: 'Programme' })}
        value={programme}
        options={rulebooks.map(({ programme: { id, name, nameEn } }) => ({
          ...{ value: id, label: say({ zh: name, en: nameEn }) },
        }))}
        onChange={(id) => void go(`/rulebook/${id}`)}
        className="rulebook-choice"
      />
      {/* The rulebook's own rendering, in which whatever is not its own is escaped. */}
      <div className="rulebook" lang="zh-CN" dangerouslySetInnerHTML={{ __html: article }} />
    </>
  );
}
