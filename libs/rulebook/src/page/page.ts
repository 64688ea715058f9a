import type { Rulebook } from '../rulebook.js';
import { html, Html } from './html.js';
import { programmeArticle } from './programme-article.js';

const style = new Html(`
  body { font: 16px/1.7 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #1c2430;
    max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
  h1 { margin: 3rem 0 1rem; border-bottom: 3px solid #1f4e79; padding-bottom: .4rem; }
  h2 { margin: 2.5rem 0 1rem; color: #1f4e79; }
  h3 { margin: 0 0 .5rem; }
  h1 small { display: block; } small { font-size: .8rem; font-weight: normal; color: #59636e; }
  section { border: 1px solid #d5dbe1; border-radius: 6px; padding: 1rem 1.2rem; margin: 1rem 0; break-inside: avoid; }
  blockquote { margin: .5rem 0; padding: .4rem 1rem; border-left: 4px solid #1f4e79; background: #f2f5f8; }
  cite { display: block; font-size: .85rem; font-style: normal; color: #59636e; }
  dl { display: grid; grid-template-columns: 8rem 1fr; gap: .25rem 1rem; margin: .5rem 0; }
  dt { grid-column: 1; color: #59636e; } dd { grid-column: 2; margin: 0; }
  code { font-size: .9em; background: #f2f5f8; padding: 0 .25em; }
  table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #d5dbe1; padding: .3rem .6rem;
    text-align: left; vertical-align: top; } th { background: #f2f5f8; } td:first-child { width: 40%; }
  @media (max-width: 40rem) { dl { display: block; } dt { margin-top: .5rem; } }
`);

/**
 * The rulebooks as one self-contained HTML page in Chinese, for a lawyer to check: every target
 * with the words it rests on, how it is counted, and what was decided where the words leave room.
 */
export function renderRulebook(rulebooks: readonly Rulebook[]): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>绩效评定规则</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <p>本页由规则本身生成：所引文字与文件逐字相符，所述算法就是评定时执行的算法。</p>
        <nav>
          <ul>
            ${rulebooks.map(
              ({ programme }) =>
                html`<li>
                  <a href="#${programme.id}">${programme.name}</a>：${programme.targets.map(
                    ({ id, name }, n) =>
                      html`${n > 0 ? '、' : ''}<a href="#${programme.id}-${id}">${name}</a>`,
                  )}
                </li>`,
            )}
          </ul>
        </nav>
        ${rulebooks.map(programmeArticle)}
      </body>
    </html> `.source;
}

/** One rulebook as a piece of HTML in Chinese, for a page that has a look of its own. */
export function renderArticle(rulebook: Rulebook): string {
  return programmeArticle(rulebook).source;
}
