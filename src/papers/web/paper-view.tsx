import { type CSSProperties, Fragment, lazy, type ReactNode, Suspense } from "react";
import { Paper as Sheet } from "../../web/design/paper.tsx";
import { DRAFT, type Head, MOTTO, NATION, numberLine, type Paper, placeLine, type Run, runsOf, type Words } from "../paper.ts";
import { PaperBlock } from "./paper-block.tsx";
import classes from "./paper-view.module.css";

/** Draws a run that has a key, for a screen on which words open to something. */
export type DrawRun = (run: Run) => ReactNode;

/** A paper as it prints: A4 in small with lines that break as on paper, readable on a phone. Papers are in Vietnamese in every language of the screen. */
export function PaperView({ paper, run }: { paper: Paper; run?: DrawRun }) {
  const landscape = paper.orientation === "landscape";
  const size = paper.size ?? 14;
  return (
    <div className={landscape ? classes["landscape"] : classes["portrait"]}>
      <Sheet label={[paper.title, ...(paper.subject ?? [])].filter(Boolean).join(" ") || paper.kind} wide={landscape}>
        <div lang="vi" className={classes["paper"]} style={{ "--points": size } as CSSProperties}>
          {paper.head && <PaperHead head={paper.head} />}
          {paper.draft && <p className={classes["draft"]}>{DRAFT}</p>}
          {paper.title && <p className={classes["kind"]}>{paper.title}</p>}
          {paper.subject && (
            <h2 className={classes["subject"]}>
              {paper.subject.map((text) => (
                <Fragment key={text}>
                  {text}
                  <br />
                </Fragment>
              ))}
            </h2>
          )}
          {paper.preamble?.map((words) => (
            <p key={JSON.stringify(words)} className={classes["basis"]}>
              <RunsOf words={words} />
            </p>
          ))}
          {paper.blocks.map((block, i) => (
            // the blocks of a paper never change places
            // oxlint-disable-next-line react/no-array-index-key
            <PaperBlock key={i} block={block} size={size} words={(words) => <RunsOf words={words} run={run} />} qr={(text) => <Suspense fallback={null}><Qr text={text} /></Suspense>} />
          ))}
          {paper.marks?.map((mark) => (
            <p key={mark} className={classes["mark"]}>
              {mark}
            </p>
          ))}
        </div>
      </Sheet>
    </div>
  );
}

const Qr = lazy(() => import("./qr-picture.tsx"));

function RunsOf({ words, run }: { words: Words; run?: DrawRun | undefined }) {
  return runsOf(words).map((one, i) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={i}>{look(one, one.key !== undefined && run ? run(one) : one.text)}</Fragment>
  ));
}

function look({ bold, italic, superscript }: Run, text: ReactNode): ReactNode {
  const raised = superscript ? <sup>{text}</sup> : text;
  const heavy = bold ? <b>{raised}</b> : raised;
  return italic ? <em>{heavy}</em> : heavy;
}

function PaperHead({ head }: { head: Head }) {
  return (
    <>
      {head.formLine && <p className={classes["form"]}>{head.formLine}</p>}
      <div className={classes["head"]}>
        <div>
          {head.upper && <p>{head.upper}</p>}
          <p className={`${classes["strong"]} ${classes["issuer"]}`}>{head.issuer}</p>
          {head.number && <p className={classes["open"]}>{numberLine(head.number)}</p>}
        </div>
        <div>
          <p className={`${classes["strong"]} ${classes["nation"]}`}>{NATION}</p>
          <p className={`${classes["strong"]} ${classes["motto"]}`}>{MOTTO}</p>
          {head.place !== undefined && <p className={classes["date"]}>{placeLine(head.place, head.day)}</p>}
        </div>
      </div>
    </>
  );
}
