import { Card, CardLink } from "../../ui/Card.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { AnswerField } from "./AnswerField.tsx";
import { Foot } from "./Foot.tsx";
import styles from "./MePage.module.css";
import { asked, progressInWords } from "./questionInWords.ts";
import { useStrategy } from "./reading.ts";

/** It begins with you: six questions, before anybody else is thought of. */
export const MePage = () => {
  const { data: strategy, error, refetch } = useStrategy();
  return (
    <Page
      narrow
      title="Me"
      aside="Six questions to begin with. Nobody but you reads the answers; a line or two each is enough."
    >
      <section className={styles.questions} aria-label="Six questions about yourself">
        {strategy !== undefined ? (
          <>
            <Progress answered={strategy.answered} />
            {asked.map(({ question }) => (
              <AnswerField key={question} question={question} strategy={strategy} />
            ))}
          </>
        ) : error === null ? (
          <Waiting />
        ) : (
          <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>
        )}
      </section>
      <div className={styles.links}>
        <Card>
          <CardLink
            href="/me/settings"
            title="Settings"
            detail="How fast goodwill fades, what an ask weighs, and your catalogue of gifts and asks."
          />
          <CardLink
            href="/design"
            title="Components"
            detail="Everything that these pages are made of."
          />
        </Card>
        <Foot />
      </div>
    </Page>
  );
};

const Progress = ({ answered }: { readonly answered: number }) => (
  <p className={styles.progress}>
    <span className={styles.dots} aria-hidden>
      {asked.map(({ question }, index) => (
        <span key={question} className={index < answered ? styles.full : undefined} />
      ))}
    </span>
    <span aria-live="polite">{progressInWords(answered)}</span>
  </p>
);

const Waiting = () => (
  <div className={styles.waiting} aria-busy="true" aria-label="Loading">
    {asked.map(({ question }) => (
      <div key={question}>
        <Skeleton width="18rem" height="1.5rem" />
        <Skeleton width="100%" height="6rem" />
      </div>
    ))}
  </div>
);
