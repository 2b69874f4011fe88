import { comity, ProblemError } from "@comity/client";
import type { ConfirmationPage as Link, Size } from "@comity/domain/equity/schema";
import { sizeInWords } from "@comity/domain/equity/rules";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Trouble } from "../../ui/Trouble.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import styles from "./ConfirmPage.module.css";

/** A client of its own: whoever holds a link may ask for that link, and for nothing else. */
const client = comity();

type Answer = Size | 0;

const answers: ReadonlyArray<readonly [Answer, string]> = [
  ["XS", sizeInWords.XS],
  ["S", sizeInWords.S],
  ["M", sizeInWords.M],
  ["L", sizeInWords.L],
  ["XL", sizeInWords.XL],
  [0, "It did not help me"],
];

type Shown =
  | { readonly is: "loading" }
  | { readonly is: "open"; readonly what: string }
  | { readonly is: "thanked" | "answered" | "expired" | "unknown" }
  | { readonly is: "unreachable" };

const shownOf = ({ state, what }: Link): Shown =>
  state === "open" ? { is: "open", what: what ?? "" } : { is: state };

/** A link that was cut short need not be asked about. */
const isWhole = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token);

const isRefused = (error: unknown, ...statuses: ReadonlyArray<number>): boolean =>
  error instanceof ProblemError && statuses.includes(error.problem.status);

/** What someone without an account sees who was sent a link: one line, one question, one tap. */
export const ConfirmPage = ({ token }: { readonly token: string }) => {
  const { shown, trouble, isSending, read, answer } = useLink(token);
  return (
    <main className={styles.page}>
      <title>What did this mean to you?</title>
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      {shown.is === "loading" && <p className={styles.quiet}>One moment…</p>}
      {shown.is === "open" && (
        <Question
          what={shown.what}
          trouble={trouble}
          isSending={isSending}
          onAnswer={(benefit) => void answer(benefit)}
        />
      )}
      {shown.is === "thanked" && (
        <Calm title="Thank you.">
          Your answer has arrived, and helps to be of use to you. You can close this page.
        </Calm>
      )}
      {shown.is === "answered" && (
        <Calm title="This has been answered.">
          A link takes one answer, and this one has it. There is nothing left to do.
        </Calm>
      )}
      {shown.is === "expired" && (
        <Calm title="This link has run out.">
          That is all right: you need not answer. If you would like to, ask for a new link where you
          got this one.
        </Calm>
      )}
      {shown.is === "unknown" && (
        <Calm title="This link leads nowhere.">
          Perhaps a part of it was cut off, or a newer one has taken its place. Try to open it again
          from the message, or ask for a new one.
        </Calm>
      )}
      {shown.is === "unreachable" && (
        <Trouble onRetry={() => void read()}>
          The page could not be reached. Look whether you are online, and try again.
        </Trouble>
      )}
    </main>
  );
};

const useLink = (token: string) => {
  const [shown, setShown] = useState<Shown>({ is: isWhole(token) ? "loading" : "unknown" });
  const [trouble, setTrouble] = useState<string>();
  const [isSending, setSending] = useState(false);
  const isSent = useRef(false);
  const hasTried = useRef(false);

  const read = async (signal?: AbortSignal): Promise<void> => {
    try {
      const link = await client.confirmations.page(token, signal);
      // An answer whose receipt was lost has arrived all the same.
      setShown(link.state === "answered" && hasTried.current ? { is: "thanked" } : shownOf(link));
    } catch (error) {
      if (signal?.aborted === true) return;
      setShown({ is: isRefused(error, 404, 422) ? "unknown" : "unreachable" });
    }
  };

  const latest = useRef(read);
  useEffect(() => {
    const controller = new AbortController();
    if (isWhole(token)) void latest.current(controller.signal);
    return () => controller.abort();
  }, [token]);

  const answer = async (benefit: Answer): Promise<void> => {
    if (isSent.current) return;
    isSent.current = true;
    setSending(true);
    setTrouble(undefined);
    try {
      await client.confirmations.answer(token, { benefit });
      setShown({ is: "thanked" });
    } catch (error) {
      if (isRefused(error, 404, 409)) await read();
      else {
        hasTried.current = true;
        setTrouble("Your answer did not get through. Try again in a moment.");
      }
    } finally {
      isSent.current = false;
      setSending(false);
    }
  };

  return { shown, trouble, isSending, read, answer };
};

interface QuestionProps {
  readonly what: string;
  readonly trouble: string | undefined;
  readonly isSending: boolean;
  readonly onAnswer: (benefit: Answer) => void;
}

const Question = ({ what, trouble, isSending, onAnswer }: QuestionProps) => (
  <>
    <p className={styles.what}>{what}</p>
    <h1>What did this mean to you?</h1>
    <p className={styles.quiet}>About as much as if somebody had helped you for…</p>
    {trouble !== undefined && <Trouble>{trouble}</Trouble>}
    <ul className={styles.answers}>
      {answers.map(([benefit, words]) => (
        <li key={benefit}>
          <button type="button" aria-disabled={isSending} onClick={() => onAnswer(benefit)}>
            {words}
          </button>
        </li>
      ))}
    </ul>
    <p className={styles.small}>
      One tap answers. It goes to the person who sent you this link, and to nobody else.
    </p>
  </>
);

const Calm = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <>
    <h1 ref={useFirstFocus<HTMLHeadingElement>()} tabIndex={-1}>
      {title}
    </h1>
    <p>{children}</p>
  </>
);
