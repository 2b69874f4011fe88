import { ProblemError } from "@comity/client";
import type { ConfirmationLink, Size, Transfer } from "@comity/domain/equity/schema";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { newId } from "../../../identity/newId.ts";
import { Button } from "../../../ui/Button.tsx";
import { Choice, type Option } from "../../../ui/Choice.tsx";
import { dayInWords, msOf } from "../../../ui/clock.ts";
import { TextField } from "../../../ui/Field.tsx";
import { toasts } from "../../../ui/toasts.ts";
import { Trouble } from "../../../ui/Trouble.tsx";
import { useFirstFocus } from "../../../ui/useFirstFocus.ts";
import { workspace } from "../../../workspace/client.ts";
import { useWrite } from "../../../workspace/useWrite.ts";
import { useRefresh } from "../reading.ts";
import { sayPutRight } from "./takeBack.ts";
import styles from "./WhatItMeant.module.css";
import { sizeInWords, sizes } from "../words.ts";

interface WhatItMeantProps {
  /** A gift of mine about which only I have spoken. */
  readonly gift: Transfer;
  readonly name: string;
  /** How I would tell it to the one who got it; empty where that is not known. */
  readonly told: string;
  readonly onWritten: (entryId: string) => void;
}

type Way = "told" | "link";

/** A guess can be put right: by what they told me, or by what they answer to a private link. */
export const WhatItMeant = (props: WhatItMeantProps) => {
  const { name } = props;
  const [way, setWay] = useState<Way>();
  const toggle = (next: Way) => () => setWay(way === next ? undefined : next);
  return (
    <div className={styles.meant}>
      <p>{`What it meant is your guess. ${name} knows better.`}</p>
      <div className={styles.ways}>
        <Button small aria-expanded={way === "told"} onClick={toggle("told")}>
          They told me
        </Button>
        <Button small aria-expanded={way === "link"} onClick={toggle("link")}>
          Ask what it meant
        </Button>
      </div>
      {way === "told" && <Told {...props} />}
      {way === "link" && <AskByLink {...props} />}
    </div>
  );
};

type Meaning = Size | "none";

const meanings: ReadonlyArray<Option<Meaning>> = [
  ...sizes.map((size) => ({ value: size, label: sizeInWords[size] })),
  { value: "none", label: "nothing" },
];

interface MeantFormProps {
  readonly trouble: string | undefined;
  readonly verb: string;
  readonly isReady: boolean;
  readonly onSubmit: () => void;
  /** The one question. */
  readonly children: ReactNode;
}

const MeantForm = ({ trouble, verb, isReady, onSubmit, children }: MeantFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSubmit();
      }}
    >
      {children}
      {trouble !== undefined && <Trouble>{trouble}</Trouble>}
      <div>
        <Button small tone="give" type="submit" disabled={!isReady}>
          {verb}
        </Button>
      </div>
    </form>
  );
};

/** What they told me, as one of the sizes. */
const Told = ({ gift, name, onWritten }: WhatItMeantProps) => {
  const [meaning, setMeaning] = useState<Meaning>();
  const { confirm, isSaving, trouble } = useConfirm(gift, onWritten);
  return (
    <MeantForm
      trouble={trouble}
      verb="Write it down"
      isReady={meaning !== undefined && !isSaving}
      onSubmit={() => {
        if (meaning !== undefined) void confirm(meaning);
      }}
    >
      <Choice
        legend={`It meant to ${name}`}
        tone="give"
        options={meanings}
        value={meaning}
        onChoose={setMeaning}
      />
    </MeantForm>
  );
};

/** They have answered a link, or the gift was taken back, since this page was read. */
const isSettled = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.type === "/problems/not-confirmable";

/** Writes about a gift. Where that came too late, the page tells how it stands now. */
const useMeantWrite = ({ partnerId, id }: Transfer, onWritten: (entryId: string) => void) => {
  const refresh = useRefresh();
  const { write, isSaving, trouble } = useWrite();
  const send = (about: () => Promise<void>): Promise<void> =>
    write(async () => {
      try {
        await about();
      } catch (error) {
        if (!isSettled(error)) throw error;
        onWritten(id);
        await refresh(partnerId);
        toasts.show({
          text: "Something was said about this gift meanwhile. This is how it stands.",
        });
      }
    });
  return { send, refresh, isSaving, trouble };
};

const useConfirm = (gift: Transfer, onWritten: (entryId: string) => void) => {
  const { send, refresh, isSaving, trouble } = useMeantWrite(gift, onWritten);
  const [id] = useState(newId);
  const confirm = (meaning: Meaning): Promise<void> =>
    send(async () => {
      const benefit = meaning === "none" ? 0 : meaning;
      const said = await workspace.entries.confirm(gift.id, { id, benefit });
      onWritten(said.id);
      await refresh(gift.partnerId);
      sayPutRight(gift, said, refresh);
    });
  return { confirm, isSaving, trouble };
};

const lineCharactersMax = 200;

/** A private link about this gift alone. */
const AskByLink = ({ gift, name, told, onWritten }: WhatItMeantProps) => {
  const [line, setLine] = useState(told);
  const [link, setLink] = useState<ConfirmationLink>();
  const { send, isSaving, trouble } = useMeantWrite(gift, onWritten);
  const what = line.trim();
  if (link !== undefined) return <MadeLink link={link} what={what} name={name} />;
  return (
    <MeantForm
      trouble={trouble}
      verb="Make the link"
      isReady={what !== "" && !isSaving}
      onSubmit={() =>
        void send(async () => setLink(await workspace.confirmations.link(gift.id, { what })))
      }
    >
      <TextField
        label={`What ${name} will read`}
        hint="Only this line, with the question what it meant. None of your notes or sizes."
        placeholder="I introduced you to someone"
        maxLength={lineCharactersMax}
        value={line}
        onText={setLine}
      />
    </MeantForm>
  );
};

interface MadeLinkProps {
  readonly link: ConfirmationLink;
  readonly what: string;
  readonly name: string;
}

const isLocal = (): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(globalThis.location.hostname);

/** The link is shown once: only its trace is kept. */
const MadeLink = ({ link, what, name }: MadeLinkProps) => {
  const address = `${globalThis.location.origin}${link.path}`;
  const field = useRef<HTMLInputElement>(null);
  const first = useFirstFocus<HTMLButtonElement>();
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid("Copied");
    } catch {
      field.current?.select();
      setSaid("It is selected: copy it with Ctrl+C.");
    }
  };
  return (
    <div className={styles.form}>
      <div className={styles.link}>
        <TextField
          label={`The link for ${name}`}
          readOnly
          ref={field}
          value={address}
          onText={() => undefined}
          onFocus={(event) => event.target.select()}
        />
        <Button tone="give" ref={first} onClick={() => void copy()}>
          {said === "Copied" ? said : "Copy"}
        </Button>
      </div>
      <output className={said === "Copied" ? styles.heard : styles.said}>{said}</output>
      <ul className={styles.terms}>
        <li>{`${name} sees only “${what}”.`}</li>
        <li>{`It can be answered once, within 30 days: until ${dayInWords(msOf(link.expiresAt))}.`}</li>
        <li>
          {isLocal()
            ? `${name} has to be able to reach this address; as it stands, only this computer can.`
            : `${name} has to be able to reach this address.`}
        </li>
        <li>It is shown here only now. A new one takes its place.</li>
      </ul>
    </div>
  );
};
