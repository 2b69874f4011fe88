import { TextArea } from "../../../ui/Field.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import styles from "./BeforeYouSend.module.css";
import { FoundAsks } from "./FoundAsks.tsx";
import { foundInWords, lengthOf } from "./messageInWords.ts";
import type { AskPrefill } from "../asking/useAskDraft.ts";
import { useMessageCheck } from "./useMessageCheck.ts";

interface MessageCheckProps {
  readonly partnerId: string;
  readonly name: string;
  readonly onAsk: ((draft: AskPrefill) => void) | undefined;
}

const notKept = "Only what it asks for is looked at. The text is read and forgotten, not kept.";

/** Whether a message asks for something, and whether that is earned, before it is sent. */
export const MessageCheck = ({ partnerId, name, onAsk }: MessageCheckProps) => {
  const { text, write, answer, isReading, trouble, readAgain } = useMessageCheck(partnerId);
  const { hint, error } = lengthOf(text);
  return (
    <div className={styles.check}>
      <TextArea
        label={`A message to ${name}`}
        placeholder="Write or paste it here"
        rows={6}
        hint={hint === undefined ? notKept : `${notKept} ${hint}`}
        error={error}
        value={text}
        onText={write}
      />
      {trouble === undefined ? (
        <output className={styles.summary}>
          {answer === undefined
            ? isReading
              ? "Reading…"
              : ""
            : foundInWords(answer.verdict, name)}
        </output>
      ) : (
        <Trouble onRetry={readAgain}>{trouble}</Trouble>
      )}
      {answer?.verdict.language === "other" && (
        <p>{`To see whether something is earned with ${name} all the same, press Ask and choose its size.`}</p>
      )}
      {answer !== undefined && answer.verdict.coverage !== null && (
        <div className={styles.answer} aria-busy={isReading}>
          <FoundAsks
            partnerId={partnerId}
            name={name}
            text={answer.text}
            verdict={answer.verdict}
            coverage={answer.verdict.coverage}
            onChange={readAgain}
            onAsk={onAsk}
          />
        </div>
      )}
    </div>
  );
};
