import type { Strategy } from "@comity/domain/strategy/schema";
import { useId } from "react";
import { Button } from "../../ui/Button.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import styles from "./AnswerField.module.css";
import { answerCharactersMax, asked, type Question } from "./questionInWords.ts";
import { type Answer, useAnswer } from "./useAnswer.ts";

interface AnswerFieldProps {
  readonly question: Question;
  readonly strategy: Strategy;
  /** It is what one came for. */
  readonly isFirst?: boolean;
}

/** From here on it is said how much room is left. */
const nearEnd = answerCharactersMax * 0.9;

/** One question with room for a short answer, which keeps itself. */
export const AnswerField = ({ question, strategy, isFirst = false }: AnswerFieldProps) => {
  const id = useId();
  const first = useFirstFocus<HTMLTextAreaElement>();
  const answer = useAnswer(question, strategy);
  const { asks = "", help = "" } = asked.find((each) => each.question === question) ?? {};
  return (
    <div className={styles.answer}>
      <label htmlFor={id}>{asks}</label>
      <p id={`${id}-help`} className={styles.help}>
        {help}
      </p>
      <textarea
        id={id}
        ref={isFirst ? first : undefined}
        rows={3}
        dir="auto"
        maxLength={answerCharactersMax}
        aria-describedby={`${id}-help`}
        value={answer.text}
        onFocus={answer.begin}
        onBlur={answer.leave}
        onChange={(event) => answer.write(event.target.value)}
      />
      <p className={styles.printed} dir="auto">
        {answer.text}
      </p>
      <Below answer={answer} asks={asks} />
    </div>
  );
};

const Below = ({ answer, asks }: { readonly answer: Answer; readonly asks: string }) => {
  const { text, saving, undo } = answer;
  return (
    <div className={styles.below}>
      <output className={styles.state}>
        {saving.is === "saving" && "Keeping…"}
        {saving.is === "kept" && "Kept."}
        {saving.is === "failed" && saving.why}
        {saving.is === "conflict" && (
          <>
            Another window says something else here: “<bdi>{saving.theirs || "nothing"}</bdi>”
          </>
        )}
      </output>
      {undo !== undefined && (
        <Button small tone="quiet" aria-label={`Undo: ${asks}`} onClick={undo}>
          Undo
        </Button>
      )}
      {saving.is === "failed" && (
        <Button small onClick={answer.retry}>
          Try again
        </Button>
      )}
      {saving.is === "conflict" && (
        <>
          <Button small onClick={answer.keepMine}>
            Keep what is written here
          </Button>
          <Button small onClick={() => answer.takeTheirs(saving.theirs)}>
            Take the other
          </Button>
        </>
      )}
      {text.length >= nearEnd && (
        <span className={styles.count}>
          {`${text.length.toLocaleString("en")} of ${answerCharactersMax.toLocaleString("en")}`}
        </span>
      )}
    </div>
  );
};
